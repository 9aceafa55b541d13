import { expect } from "vitest";
import { comparePredictions } from "@/server/audit/likeness/compare-predictions";
import { listSimilar } from "@/server/audit/likeness/list-similar";
import { poolMeters } from "@/server/audit/meters/pool-meters";
import type { Researcher } from "@/server/context";
import { loadTableSets } from "@/server/leaderboards/load-table-sets";
import { evaluableVersions } from "@/server/test-sets/evaluable-versions";
import { listVersions } from "@/server/test-sets/list-versions";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { makeSubmission } from "../../factories/make-submission";
import { siteTest } from "../../fixtures/site-test";
import { evaluateExactly } from "../audit/evaluate-exactly";
import { getBenchmarkMeters } from "../audit/public-meters";
import { releaseAt } from "../submissions/release-at";

const test = siteTest
  /** "Former" was primary first; "Current", of twice the images, was made so before the first decision. */
  .extend("benchmark", async ({ site }) => {
    const benchmark = await makeBenchmark(site, {
      policy: { kind: "parameter-free-ladder" },
      hidden: [
        { name: "Former", images: 500 },
        { name: "Current", images: 1000 },
      ],
    });
    site.wait(60_000);
    await site.sql`update test_sets set primary_since = ${site.clock.now.toISOString()} where name = 'Current'`;
    return benchmark;
  })
  /** A submission of the team, or of a new one, wrong on the images told of both sets and compared with all before it. */
  .extend("submit", ({ site, benchmark }) => async (wrong: (image: number) => boolean, team?: Researcher) => {
    site.wait(60_000);
    const viewer = team ?? (await makeResearcher(site));
    const id = await makeSubmission(site, { benchmark, viewer });
    const due = await evaluateExactly(site, id, { guarded: wrong });
    await comparePredictions({ ctx: site.worker, input: { submissionId: id } });
    await releaseAt(site, due, { benchmark, viewer });
  });

test("the test set made primary last is the one that whoever asks is told", async ({
  site,
  maintainer,
  benchmark,
}) => {
  const evaluable = await evaluableVersions(site.web.db, benchmark.id);
  const listed = await listVersions({ ctx: maintainer.acts });
  const { others } = await loadTableSets(site.web.db, benchmark.id);
  const [meter] = await poolMeters({ ctx: maintainer.reads, input: {} });
  expect(evaluable.filter(({ primary }) => primary).map((row) => row.testSet.name)).toEqual(["Current"]);
  expect(listed.filter(({ primary }) => primary).map((row) => row.testSet)).toEqual(["Current"]);
  expect(others.filter(({ primary }) => primary).map((row) => row.name)).toEqual(["Current"]);
  expect(meter).toMatchObject({ testSet: "Current", images: 1000 });
});

test("models that err alike on a former primary alone are not near-identical", async ({
  maintainer,
  benchmark,
  submit,
}) => {
  await submit((image) => image % 3 === (image < 500 ? 0 : 1));
  await submit((image) => image % 3 === (image < 500 ? 0 : 2));
  expect((await listSimilar({ ctx: maintainer.reads, input: { benchmark: benchmark.slug } })).rows).toEqual(
    [],
  );
});

test("the meters count what a former primary released as said beside the decision", async ({
  site,
  maintainer,
  benchmark,
  submit,
}) => {
  const team = await makeResearcher(site);
  await submit((image) => image % 4 === 0, team);
  await submit((image) => image % 8 === 0, team);
  const [audited] = await poolMeters({ ctx: maintainer.reads, input: {} });
  const [shown] = await getBenchmarkMeters(site.web.db, benchmark.id);
  // Which of two climbed; a deciding loss among 1,001 and one of the 251 from its rung down; beside the second climb, one among 501.
  const bits = Math.log2(3) + Math.log2(1001 * 251) + Math.log2(501);
  expect(audited!.bits).toBeCloseTo(bits, 9);
  expect(shown!.bits).toBeCloseTo(bits, 9);
});
