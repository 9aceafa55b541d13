import { describe, expect } from "vitest";
import { claimOriginal } from "@/server/submissions/evaluation/claim-original";
import { failSubmission } from "@/server/submissions/evaluation/fail-submission";
import { makeSubmission } from "../../../factories/make-submission";
import { evaluateAsTold } from "../evaluate-as-told";
import { submissionTest as test } from "../submission-test";

describe("a failure on original images", () => {
  const failed = { code: "model_failed_crash", message: "The model crashed.", hint: "" };

  test.for([
    ["past its time has a job again, so that a worker's end right after loses nothing", 0, 1],
    ["but has its time before it is left to its own worker", -120_000, 0],
  ] as const)(
    "of the submission before: one that waited %s",
    async ([, afterDue, more], { site, benchmark, viewer, jobs }) => {
      const first = await makeSubmission(site, { benchmark, viewer });
      await claimOriginal({ ctx: site.worker, input: { submissionId: first } });
      const second = await makeSubmission(site, { benchmark, viewer });
      const due = await evaluateAsTold(site, second, { hidden: { wrong: 100 } });
      const asked = async () => (await jobs("evaluate-hidden")).filter(({ id }) => id === second).length;
      const before = await asked();
      site.clock.now = new Date(due.getTime() + afterDue);
      await failSubmission({ ctx: site.worker, input: { submissionId: first, explanation: failed } });
      expect(await asked()).toBe(before + more);
    },
  );
});
