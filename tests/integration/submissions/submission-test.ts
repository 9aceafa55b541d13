import { expect } from "vitest";
import type { Researcher } from "@/server/context";
import { getSubmission } from "@/server/submissions/get-submission";
import { as } from "../../factories/as";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { siteTest } from "../../fixtures/site-test";
import { submitAsTold } from "./submit-as-told";

/** A test of what becomes of the submissions of `viewer`, and of others who are named. */
export const submissionTest = siteTest
  .extend("view", ({ site, viewer }) => (id: string, by: Researcher = viewer) => {
    return getSubmission({ ctx: as(site, by), input: { id } });
  })
  .extend("submit", ({ site, viewer }) => {
    return (benchmark: { id: string }, wrong: number, by: Researcher = viewer) =>
      submitAsTold(site, { benchmark, viewer: by, hidden: { wrong } });
  })
  .extend("jobs", ({ site }) => (name: string) => {
    return site.sql`select data->>'submissionId' as id from pgboss.job where name = ${name} order by created_on`;
  })
  .extend("lines", ({ site }) => async (kind: string) => {
    const lines = await site.sql`select fields from audit.lines where kind = ${kind} order by id`;
    return lines.map((line) => line.fields);
  })
  /** The viewer's first release on a benchmark whose budget of first releases is spent. */
  .extend("awaiting", async ({ site, submit, view }) => {
    const benchmark = await makeBenchmark(site, { firstReleaseBudget: 1 });
    await submit(benchmark, 300, await makeResearcher(site));
    const id = await submit(benchmark, 250);
    expect((await view(id)).state).toBe("awaiting-approval");
    return { benchmark, id };
  });
