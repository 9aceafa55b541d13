import { describe, expect } from "vitest";
import { chooseHidden } from "@/server/submissions/evaluation/choose-hidden";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { makeResearcher } from "../../../factories/make-researcher";
import { makeSubmission } from "../../../factories/make-submission";
import { scoreOriginal } from "../evaluate-as-told";
import { submissionTest } from "../submission-test";

const test = submissionTest
  /** Two submissions of `viewer`'s that wait, and then one of another team's. */
  .extend("waiting", async ({ site, viewer, benchmark }) => {
    const other = await makeResearcher(site);
    const ids: string[] = [];
    for (const by of [viewer, viewer, other]) {
      const id = await makeSubmission(site, { benchmark, viewer: by });
      await scoreOriginal(site, id);
      ids.push(id);
    }
    return ids as [string, string, string];
  })
  /** The job of a submission begins, and has its turn. */
  .extend("take", ({ site }) => async (submissionId: string) => {
    const [job] = await site.sql`
      update pgboss.job set state = 'active'
      where name = 'evaluate-hidden' and data->>'submissionId' = ${submissionId} returning id`;
    const chosen = await chooseHidden({ ctx: site.worker, input: { jobId: job!.id, submissionId } });
    await claimHidden({ ctx: site.worker, input: { submissionId: chosen } });
    return { chosen, job: job!.id as string };
  });

describe("whose turn it is", () => {
  test("of waiting teams the one that held slots least in seven days goes first, and its jobs are swapped", async ({
    site,
    waiting: [first, second, others],
    take,
    jobs,
  }) => {
    expect(await take(first)).toMatchObject({ chosen: first });
    const { chosen, job } = await take(second);
    expect(chosen).toBe(others);
    const [running] = await site.sql`select data from pgboss.job where id = ${job}`;
    expect(running!.data).toEqual({ submissionId: others });
    expect((await jobs("evaluate-hidden")).map(({ id }) => id).toSorted()).toEqual(
      [first, second, others].toSorted(),
    );
    expect(await take(second)).toMatchObject({ chosen: second });
  });

  test("what a team held before the last seven days does not count", async ({ site, waiting, take }) => {
    const [first, second] = waiting;
    await take(first);
    site.wait(8 * 24 * 3_600_000);
    expect(await take(second)).toMatchObject({ chosen: second });
  });

  test("one whose job another worker has just taken is left to that", async ({ waiting, take, site }) => {
    const [first, second, others] = waiting;
    await take(first);
    await site.sql`update pgboss.job set state = 'active' where data->>'submissionId' = ${others}`;
    expect(await take(second)).toMatchObject({ chosen: second });
  });
});
