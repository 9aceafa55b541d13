import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { GET as getSubmission } from "@/app/api/v1/submissions/[id]/route";
import { POST as postSubmission } from "@/app/api/v1/submissions/route";
import { apiTokens, submissions } from "@/db/schema";
import { answerUpload } from "@/server/api/uploads/answer-upload";
import { submit } from "@/server/cli/commands/submit";
import { runCommand } from "@/server/cli/run-command";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { hashToken } from "@/server/teams/hash-token";
import { makeBenchmark } from "../../factories/make-benchmark";
import { tenClasses } from "../../fixtures/ten-classes";
import { serveRoutes } from "./serve-routes";
import { webTest } from "./web-test";

export const example = "examples/mid-field.onnx";
const token = `rung_${randomBytes(32).toString("base64url")}`;
/** How many requests are cut off before one is answered. */
export const stumbles = { left: 0 };

async function answer(request: Request): Promise<Response> {
  const [, , , kind, id] = new URL(request.url).pathname.split("/");
  if (request.method === "PATCH" && stumbles.left > 0) {
    stumbles.left -= 1;
    return new Response("a proxy stumbled", { status: 502 });
  }
  if (kind === "uploads") return await answerUpload(request, id);
  if (id) return await getSubmission(request, { params: Promise.resolve({ id }) });
  return await postSubmission(request, { params: Promise.resolve({}) });
}

/** A test of `rung submit` against the routes of a site. */
export const commandTest = webTest({ RUNG_MAX_MODEL_BYTES: "5000000", RUNG_TOKEN: token })
  .extend("slug", { scope: "file" }, async ({ site }) => {
    return (await makeBenchmark(site, { classes: tenClasses })).slug;
  })
  .extend("run", { scope: "file" }, async ({ site, ada }, { onCleanup }) => {
    const { userId } = ada.viewer;
    await site.owner.db.insert(apiTokens).values({ userId, name: "shell", hash: hashToken(token) });
    const served = await serveRoutes(answer);
    onCleanup(() => served.close());
    return async (...argv: string[]) => {
      let [out, err] = ["", ""];
      const io = {
        stdin: (async function* () {})(),
        stdout: (text: string) => void (out += text),
        stderr: (text: string) => void (err += text),
      };
      const entry = { usage: "", summary: "", load: async () => submit };
      const code = await runCommand(["submit", ...argv, "--url", served.url], io, { submit: entry });
      return { code, err, view: out === "" ? null : (JSON.parse(out) as SubmissionView) };
    };
  })
  .extend("submitExample", { scope: "file" }, ({ slug, run }) => (...more: string[]) => {
    return run(example, "--benchmark", slug, "--name", "mine", ...more);
  })
  /** Ends the newest submission as the worker would. */
  .extend(
    "end",
    { scope: "file" },
    ({ site }) =>
      async (changes: Partial<typeof submissions.$inferInsert>) => {
        for (;;) {
          const queued = eq(submissions.state, "queued");
          const rows = await site.owner.db.update(submissions).set(changes).where(queued).returning();
          if (rows.length > 0) return;
          await new Promise((done) => setTimeout(done, 50));
        }
      },
  );
