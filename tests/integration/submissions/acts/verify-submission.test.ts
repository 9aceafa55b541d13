import { describe, expect } from "vitest";
import { verifySubmission } from "@/server/submissions/acts/verify-submission";
import { submissionTest } from "../submission-test";

const test = submissionTest.extend("verify", ({ maintainer }) => (id: string, verified: boolean) => {
  return verifySubmission({ ctx: maintainer.acts, input: { id, verified } });
});

describe("verifying a submission", () => {
  test("marks it and takes the mark away again, each with a line", async ({
    site,
    benchmark,
    submit,
    verify,
    view,
    lines,
  }) => {
    const id = await submit(benchmark, 250);
    await verify(id, true);
    expect((await view(id)).verifiedAt).toBe(site.clock.now.toISOString());
    await verify(id, true);
    await verify(id, false);
    expect((await view(id)).verifiedAt).toBeNull();
    expect((await lines("verification")).map(({ verified }) => verified)).toEqual([true, false]);
  });

  test("is for scored ones only", async ({ awaiting: { id }, verify }) => {
    await expect(verify(id, true)).rejects.toMatchObject({ code: "too_late" });
  });
});
