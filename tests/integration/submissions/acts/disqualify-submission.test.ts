import { describe, expect } from "vitest";
import { disqualifySubmission } from "@/server/submissions/acts/disqualify-submission";
import { getSubmission } from "@/server/submissions/get-submission";
import { releaseNow } from "../release-at";
import { submissionTest } from "../submission-test";

const test = submissionTest.extend("disqualify", ({ maintainer }) => (id: string, reason: string) => {
  return disqualifySubmission({ ctx: maintainer.acts, input: { id, reason } });
});

describe("disqualifying a submission", () => {
  test("shows the reason to everybody and changes no ladder and no quota", async ({
    site,
    benchmark,
    submit,
    disqualify,
    view,
  }) => {
    const id = await submit(benchmark, 250);
    const state = () => site.sql`select state, baseline from guarded.ladders`;
    const before = await state();
    await disqualify(id, "It was trained on the test set.");
    const shown = await getSubmission({ ctx: { ...site.web, viewer: null }, input: { id } });
    expect(shown).toMatchObject({
      state: "disqualified",
      refusal: { message: "It was trained on the test set." },
    });
    expect(await state()).toEqual(before);
    expect(await site.sql`select revision from benchmarks`).toEqual([{ revision: 2 }]);
    // What it climbed to still stands against the next one: 240 wrong is no step better than 250.
    const next = await submit(benchmark, 240);
    expect((await view(next)).decision).toBe("held");
  });

  test("that others of its team waited behind lets them go on", async ({
    site,
    viewer,
    awaiting: { benchmark, id },
    submit,
    disqualify,
    view,
    jobs,
  }) => {
    const behind = await submit(benchmark, 260);
    expect((await view(behind)).state).toBe("evaluating");
    const asked = async () => (await jobs("evaluate-hidden")).filter((job) => job.id === behind).length;
    const before = await asked();
    await disqualify(id, "A second account.");
    expect(await asked()).toBe(before + 1);
    await releaseNow(site, { benchmark, viewer });
    expect((await view(behind)).state).toBe("awaiting-approval");
  });

  test("twice is refused", async ({ awaiting: { id }, disqualify }) => {
    await disqualify(id, "A second account.");
    await expect(disqualify(id, "Again.")).rejects.toMatchObject({ code: "too_late" });
  });
});
