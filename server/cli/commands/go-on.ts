import { parseArgs } from "node:util";
import { z } from "zod";
import type { SubmissionView } from "../../submissions/submission-schema";
import { askSite } from "../ask-site";
import { endOfSubmission, followSubmission } from "../follow-submission";
import type { Io } from "../io";
import { requireToken } from "../require-token";
import { UsageError } from "../usage-error";

/**
 * `rung go-on ID [--as-advised] [--wait]`: has a submission that waits for its team go on, or its file be submitted with the preprocessing
 * that was advised, with the token in RUNG_TOKEN, and prints the submission; exit codes as of `rung submit`.
 */
export async function goOn(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      url: { type: "string", default: "http://127.0.0.1:3000" },
      wait: { type: "boolean", default: false },
      "as-advised": { type: "boolean", default: false },
    },
  });
  const { url, wait } = values;
  const [id, ...more] = positionals;
  if (!z.uuid().safeParse(id).success || more.length > 0) throw new UsageError("Give one submission's id.");
  if (!URL.canParse(url)) throw new UsageError("--url takes an address like http://127.0.0.1:3000.");
  const ask = askSite({ url, token: requireToken() });
  let view = (await ask(
    "POST",
    `/submissions/${id}/${values["as-advised"] ? "as-advised" : "go-on"}`,
  )) as SubmissionView;
  if (wait) view = await followSubmission(view, ask, io);
  return endOfSubmission(view, { wait, io });
}
