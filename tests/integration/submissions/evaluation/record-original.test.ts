import { describe, expect } from "vitest";
import { makeSubmission } from "../../../factories/make-submission";
import { scoreOriginal } from "../evaluate-as-told";
import { submissionTest as test } from "../submission-test";

describe("a model too slow for the hidden images", () => {
  test("fails on the original ones, in words, and costs nothing", async ({
    site,
    benchmark,
    viewer,
    view,
    jobs,
  }) => {
    await site.sql`update benchmarks set max_window_ms = 5000`;
    const id = await makeSubmission(site, { benchmark, viewer });
    await scoreOriginal(site, id);
    expect((await view(id)).state).toBe("failed");
    const [row] = await site.sql`select explanation from submissions where id = ${id}`;
    expect(row!.explanation.message).toMatch(/^The model is too slow: the hidden images could take/);
    expect(await jobs("evaluate-hidden")).toEqual([]);
  });
});
