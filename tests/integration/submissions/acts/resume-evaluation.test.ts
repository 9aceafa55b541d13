import { describe, expect } from "vitest";
import { resumeEvaluation } from "@/server/submissions/acts/resume-evaluation";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { makeSubmission } from "../../../factories/make-submission";
import { claimAsTold } from "../evaluate-as-told";
import { submissionTest } from "../submission-test";

const test = submissionTest.extend("resume", ({ maintainer }) => (id: string) => {
  return resumeEvaluation({ ctx: maintainer.acts, input: { id } });
});

describe("resuming an evaluation", () => {
  test("takes up one that lost three workers and was parked, once, with a line", async ({
    site,
    benchmark,
    viewer,
    resume,
    view,
    jobs,
    lines,
  }) => {
    const id = await makeSubmission(site, { benchmark, viewer });
    await claimAsTold(site, id);
    const claimAgain = () => claimHidden({ ctx: site.worker, input: { submissionId: id } });
    expect([await claimAgain(), await claimAgain()]).not.toContain(null);
    expect(await claimAgain()).toBeNull();
    expect((await view(id)).progress).toEqual({ phase: "hidden", done: 1, dueAt: null });
    const before = (await jobs("evaluate-hidden")).length;
    await resume(id);
    expect(await jobs("evaluate-hidden")).toHaveLength(before + 1);
    await expect(resume(id)).rejects.toMatchObject({ code: "too_late" });
    site.clock.now = new Date(site.clock.now.getTime() + 3_600_000);
    // Its windows begin anew: it is not late by the hour that it waited.
    expect(await claimAgain()).toMatchObject({ readyAt: null, claimedAt: site.clock.now });
    expect(await lines("resumption")).toEqual([expect.objectContaining({ submission: id })]);
  });
});
