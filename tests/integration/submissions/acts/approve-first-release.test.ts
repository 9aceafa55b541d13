import { describe, expect } from "vitest";
import { approveFirstRelease } from "@/server/submissions/acts/approve-first-release";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { releaseNow } from "../release-at";
import { submissionTest } from "../submission-test";

const test = submissionTest.extend("approve", ({ maintainer }) => (id: string) => {
  return approveFirstRelease({ ctx: maintainer.acts, input: { ids: [id] } });
});

describe("approving a first release", () => {
  test("lets it out without running it again, once", async ({
    site,
    viewer,
    maintainer,
    awaiting: { benchmark, id },
    approve,
    view,
    jobs,
    lines,
  }) => {
    await approve(id);
    expect(await jobs("evaluate-hidden")).toContainEqual({ id });
    const claim = await claimHidden({ ctx: site.worker, input: { submissionId: id } });
    expect(claim!.readyAt! <= site.clock.now).toBe(true);
    expect(await releaseNow(site, { benchmark, viewer })).toEqual([id]);
    const released = await view(id);
    expect(released).toMatchObject({ state: "scored", decision: "climbed" });
    // 250 of 1,000 wrong: a tie between 0.24 and 0.26 goes to the larger loss
    expect(released.scores.find((score) => score.testSet === "New")?.accuracy).toBe(0.74);
    expect(await jobs("compare-predictions")).toContainEqual({ id });
    await expect(approve(id)).rejects.toMatchObject({ code: "too_late" });
    expect(await lines("approval")).toEqual([
      expect.objectContaining({ submission: id, by: maintainer.acts.viewer.userId }),
    ]);
  });

  test("by two maintainers at once is one approval", async ({ awaiting: { id }, approve, lines }) => {
    const both = await Promise.allSettled([approve(id), approve(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await lines("approval")).toHaveLength(1);
  });
});
