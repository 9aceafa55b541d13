import { expect } from "vitest";
import { getAuditedSubmission } from "@/server/audit/history/get-audited-submission";
import { resumeEvaluation } from "@/server/submissions/acts/resume-evaluation";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { makeSubmission } from "../../../factories/make-submission";
import { scoreOriginal } from "../evaluate-as-told";
import { submissionTest } from "../submission-test";

const test = submissionTest
  .extend("waiting", async ({ site, benchmark, viewer }) => async () => {
    const id = await makeSubmission(site, { benchmark, viewer });
    await scoreOriginal(site, id);
    return id;
  })
  .extend("claimOn", ({ site }) => (deviceClass: string, submissionId: string) => {
    return claimHidden({ ctx: site.worker, input: { submissionId, deviceClass } });
  });

test("a pool has the device class of its first evaluation, and others wait until a maintainer says otherwise", async ({
  site,
  maintainer,
  waiting,
  claimOn,
  view,
}) => {
  expect(await claimOn("avx2", await waiting())).not.toBeNull();
  expect(await claimOn("avx2", await waiting())).not.toBeNull();

  const id = await waiting();
  expect(await claimOn("amx", id)).toBeNull();
  const [row] = await site.sql`select hidden_claimed_at, windows from submissions where id = ${id}`;
  expect(row).toEqual({ hidden_claimed_at: null, windows: null });
  expect((await view(id)).progress).toMatchObject({ dueAt: null });
  const shown = await getAuditedSubmission({ ctx: maintainer.reads, input: { id } });
  expect(shown.hiddenRun).toMatchObject({ parkedFor: "device" });

  await resumeEvaluation({ ctx: maintainer.acts, input: { id } });
  expect(await claimOn("amx", id)).not.toBeNull();
  expect(await claimOn("amx", await waiting())).not.toBeNull();
  expect(await claimOn("avx2", await waiting())).toBeNull();
});
