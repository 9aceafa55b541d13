import { expect } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { claimOriginal } from "@/server/submissions/evaluation/claim-original";
import { failSubmission } from "@/server/submissions/evaluation/fail-submission";
import { recordOriginal } from "@/server/submissions/evaluation/record-original";
import { submissionInputSchema } from "@/server/submissions/submission-schema";
import { submitModel } from "@/server/submissions/submit-model";
import { withdrawSubmission } from "@/server/submissions/withdraw-submission";
import { as } from "../../../factories/as";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeModelFile } from "../../../factories/make-model-file";
import { makeResearcher } from "../../../factories/make-researcher";
import { smallClassifier } from "../../../fixtures/onnx/small-classifier";
import { tenClasses } from "../../../fixtures/ten-classes";
import { submissionTest } from "../submission-test";

const hourMs = 3_600_000;
const failed = { code: "model_failed_crash", message: "It crashed.", hint: "" };

const test = submissionTest
  .extend("board", ({ site }) => makeBenchmark(site, { classes: tenClasses, perDay: 2 }))
  .extend("send", ({ site, viewer, board }) => {
    let made = 0;
    return async (by = viewer) => {
      const modelHash = await makeModelFile(
        site,
        writeModel({ ...smallClassifier, name: `small ${made++}` }),
      );
      const wishes = submissionInputSchema.parse({ benchmark: board.slug, name: "mine", goOn: "ask" });
      return submitModel({ ctx: as(site, by), input: { declaration: wishes, modelHash } });
    };
  })
  .extend("claim", ({ site }) => (submissionId: string) => {
    return claimOriginal({ ctx: site.worker, input: { submissionId } });
  })
  /** A submission whose model failed on original images after so much processor time. */
  .extend("fail", ({ site, send, claim }) => async (cpuMs: number) => {
    const { id } = await send();
    await claim(id);
    await failSubmission({ ctx: site.worker, input: { submissionId: id, explanation: failed, cpuMs } });
    return id;
  });

test("a team has ten original parts a day, which failures do not give back; the next is a line of the log", async ({
  site,
  send,
  fail,
  lines,
  board,
}) => {
  for (let i = 0; i < 10; i++) await fail(1000);
  await expect(send()).rejects.toMatchObject({
    code: "quota_spent",
    message: expect.stringContaining("10 evaluations"),
    hint: "You can submit again at 2026-05-02 12:00 UTC.",
  });
  expect(await lines("original-refusal")).toMatchObject([{ benchmark: board.id }]);
  await send(await makeResearcher(site));
  site.wait(24 * hourMs);
  expect((await send()).state).toBe("queued");
});

test("after six hours of processor time another is refused, and one that is queued waits for its time", async ({
  site,
  viewer,
  send,
  fail,
  claim,
  view,
}) => {
  const { id: waiting } = await send();
  await fail(7 * hourMs);
  await expect(send()).rejects.toMatchObject({ code: "quota_spent" });
  expect(await claim(waiting)).toBeNull();
  expect((await view(waiting, viewer)).state).toBe("queued");
  const again = await site.sql`
    select start_after as at from pgboss.job where data->>'submissionId' = ${waiting} order by created_on desc limit 1`;
  expect(new Date(again[0]!.at)).toEqual(new Date(site.clock.now.getTime() + 24 * hourMs));
  site.wait(24 * hourMs);
  expect(await claim(waiting)).not.toBeNull();
});

test("what a model took counts although it was withdrawn while it ran", async ({
  site,
  viewer,
  send,
  claim,
}) => {
  const { id } = await send();
  const plan = await claim(id);
  await withdrawSubmission({ ctx: as(site, viewer), input: { id } });
  const part = { versionId: plan!.versions[0]!.version.id, part: "all", total: 0, cpuMs: 7 * hourMs };
  await recordOriginal({ ctx: site.worker, input: { submissionId: id, outcomes: [part as never] } });
  await expect(send()).rejects.toMatchObject({ code: "quota_spent" });
});

test("teams take turns: the first of each comes before the second of any, and no two of one team run at once", async ({
  site,
  send,
  view,
}) => {
  const other = await makeResearcher(site);
  const [first, second] = [await send(), await send()];
  const late = await send(other);
  const inLine = await site.sql`
    select data->>'submissionId' as id, group_id from pgboss.job
    where name = 'evaluate-original' order by priority desc, created_on`;
  expect(inLine.map(({ id }) => id)).toEqual([first.id, late.id, second.id]);
  expect(new Set(inLine.map((job) => job.group_id)).size).toBe(2);
  expect((await view(late.id, other)).queuePosition).toBe(2);
});
