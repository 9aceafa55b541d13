import { describe, expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import { disqualifySubmission } from "@/server/submissions/acts/disqualify-submission";
import { reinstateSubmission } from "@/server/submissions/acts/reinstate-submission";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeSubmission } from "../../../factories/make-submission";
import { scoreOriginal } from "../evaluate-as-told";
import { releaseNow } from "../release-at";
import { submissionTest } from "../submission-test";

const test = submissionTest
  .extend("disqualify", ({ maintainer: { acts: ctx } }) => (id: string) => {
    return disqualifySubmission({ ctx, input: { id, reason: "A second account." } });
  })
  .extend("reinstate", ({ maintainer: { acts: ctx } }) => (id: string) => {
    return reinstateSubmission({ ctx, input: { id, reason: "It was another person." } });
  });

describe("taking a disqualification back", () => {
  test("shows again what was released, and decides nothing anew", async ({
    site,
    benchmark,
    maintainer,
    submit,
    disqualify,
    reinstate,
    view,
    jobs,
    lines,
  }) => {
    const id = await submit(benchmark, 250);
    const guarded = () => site.sql`
      select (select count(*)::int from guarded.decisions) decisions, (select json_agg(state order by scope) from guarded.ladders) ladders`;
    const [shown, stored, asked] = [await view(id), await guarded(), await jobs("evaluate-hidden")];
    await disqualify(id);
    site.wait(60_000);
    await reinstate(id);
    expect(await view(id)).toEqual(shown);
    expect([await guarded(), await jobs("evaluate-hidden")]).toEqual([stored, asked]);
    expect(await lines("reinstatement")).toEqual([
      expect.objectContaining({
        submission: id,
        state: "scored",
        reason: "It was another person.",
        by: maintainer.acts.viewer.userId,
      }),
    ]);
    expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({ ok: true });
  });

  test("lets what was not yet decided go on where it was", async ({
    site,
    viewer,
    awaiting: { benchmark, id },
    disqualify,
    reinstate,
    view,
    jobs,
  }) => {
    await disqualify(id);
    await reinstate(id);
    expect(await jobs("evaluate-hidden")).toContainEqual({ id });
    await releaseNow(site, { benchmark, viewer });
    expect((await view(id)).state).toBe("awaiting-approval");

    const queued = await makeSubmission(site, { benchmark, viewer });
    await disqualify(queued);
    await reinstate(queued);
    expect((await view(queued)).state).toBe("queued");
    expect(await jobs("evaluate-original")).toContainEqual({ id: queued });
  });

  test("ends again what ended without a decision, where there is no hidden test set", async ({
    site,
    viewer,
    disqualify,
    reinstate,
    view,
    jobs,
  }) => {
    const benchmark = await makeBenchmark(site, { hidden: [] });
    const id = await makeSubmission(site, { benchmark, viewer });
    await scoreOriginal(site, id);
    const shown = await view(id);
    expect(shown.state).toBe("scored");
    await disqualify(id);
    await reinstate(id);
    expect(await view(id)).toEqual(shown);
    expect(await jobs("evaluate-hidden")).toEqual([]);
  });

  test("is for disqualified ones only", async ({ awaiting: { id }, reinstate }) => {
    await expect(reinstate(id)).rejects.toMatchObject({ code: "too_late" });
  });
});
