import { expect } from "vitest";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { handBackHidden } from "@/server/submissions/evaluation/hand-back-hidden";
import { makeSubmission } from "../../../factories/make-submission";
import { claimAsTold } from "../evaluate-as-told";
import { submissionTest as test } from "../submission-test";

test("a worker that was told to stop does not count as lost, however often", async ({
  site,
  benchmark,
  viewer,
}) => {
  const submissionId = await makeSubmission(site, { benchmark, viewer });
  await claimAsTold(site, submissionId);
  for (let restart = 0; restart < 5; restart += 1) {
    await handBackHidden({ ctx: site.worker, input: { submissionId } });
    expect(await claimHidden({ ctx: site.worker, input: { submissionId } })).not.toBeNull();
  }
});
