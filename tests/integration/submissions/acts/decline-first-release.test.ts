import { describe, expect } from "vitest";
import { exportSubmissions } from "@/server/audit/history/export-submissions";
import { declineFirstRelease } from "@/server/submissions/acts/decline-first-release";
import { reinstateSubmission } from "@/server/submissions/acts/reinstate-submission";
import { listWaiting } from "@/server/submissions/list-waiting";
import { releaseNow } from "../release-at";
import { submissionTest } from "../submission-test";

const test = submissionTest.extend("decline", ({ maintainer }) => (...ids: string[]) => {
  return declineFirstRelease({ ctx: maintainer.acts, input: { ids } });
});

describe("declining a first release", () => {
  test("ends it disqualified, spent and unseen, and holds back nothing behind it", async ({
    site,
    viewer,
    maintainer,
    awaiting: { benchmark, id },
    submit,
    decline,
    view,
    jobs,
    lines,
  }) => {
    const behind = await submit(benchmark, 260);
    expect((await listWaiting({ ctx: maintainer.acts })).rows).toMatchObject([{ id, team: viewer.name }]);
    const exported = [];
    for await (const row of exportSubmissions({ ctx: site.owner, input: {} })) exported.push(row);
    expect(exported.filter(({ submission }) => submission === id).map(({ role }) => role)).toEqual([
      "original",
    ]);
    // Nor are its errors compared with those of models whose scores are known.
    expect(await jobs("compare-predictions")).not.toContainEqual({ id });
    await decline(id);
    expect(await view(id)).toMatchObject({
      state: "disqualified",
      decision: null,
      refusal: { code: "first_release_declined", message: "The first release was declined." },
    });
    expect((await view(id)).scores.map(({ testSet }) => testSet)).toEqual(["Original"]);
    await releaseNow(site, { benchmark, viewer });
    expect((await view(behind)).state).toBe("awaiting-approval");
    expect(await lines("decline")).toEqual([
      expect.objectContaining({ submission: id, by: maintainer.acts.viewer.userId }),
    ]);
    await expect(decline(id)).rejects.toMatchObject({ code: "too_late" });
  });

  test("of several declines all of them or none", async ({ awaiting: { id }, decline, view }) => {
    await expect(decline(id, "00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await view(id)).state).toBe("awaiting-approval");
  });

  test("can be taken back: it waits again", async ({ site, viewer, maintainer, awaiting, decline, view }) => {
    const { benchmark, id } = awaiting;
    await decline(id);
    await reinstateSubmission({ ctx: maintainer.acts, input: { id, reason: "Known after all." } });
    await releaseNow(site, { benchmark, viewer });
    expect((await view(id)).state).toBe("awaiting-approval");
  });
});
