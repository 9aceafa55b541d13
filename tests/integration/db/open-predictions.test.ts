import { describe, expect } from "vitest";
import { publishLabels } from "@/server/test-sets/publish-labels";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { submitAsTold } from "../submissions/submit-as-told";

const test = sharedSiteTest.extend("benchmark", { scope: "file" }, async ({ site }) => {
  const benchmark = await makeBenchmark(site, { hidden: [{ name: "New", images: 1000 }] });
  const viewer = await makeResearcher(site);
  await submitAsTold(site, { benchmark, viewer, hidden: { wrong: 200 } });
  const [original, hidden] = benchmark.versions.map(({ id }) => id) as [string, string];
  return { original, hidden };
});

const refused = { cause: { code: "23514" } };

describe("what a hidden test set gave is never public", () => {
  test("the web sees predictions on the original test set and none on the hidden one", async ({
    site,
    benchmark,
  }) => {
    const all = await site.sql`select version_id from guarded.evaluations where part <> 'audit'`;
    expect(all.map((row) => row.version_id).sort()).toEqual([benchmark.original, benchmark.hidden].sort());
    const seen = await site.web.db.execute("select version_id from open_predictions");
    expect(seen.map((row) => row.version_id)).toEqual([benchmark.original]);
  });

  test("the database refuses labels of a hidden test set, from whoever writes them", async ({
    site,
    benchmark,
  }) => {
    for (const { db } of [site.owner, site.worker]) {
      const secret = { versionId: benchmark.hidden, labels: [0, 1], names: null };
      await expect(publishLabels(db, secret)).rejects.toMatchObject(refused);
    }
    expect(await site.sql`select * from open_labels`).toEqual([]);
  });

  test("nor may stored labels be moved to a hidden test set", async ({ site, benchmark }) => {
    await publishLabels(site.worker.db, { versionId: benchmark.original, labels: [0, 1], names: null });
    const move = site.sql`update open_labels set version_id = ${benchmark.hidden}`;
    await expect(move).rejects.toMatchObject({ code: "23514" });
  });

  test("a test set that has images keeps its role, and a version its test set, even for the owner", async ({
    site,
    benchmark,
  }) => {
    for (const role of ["original", "public"]) {
      const change = site.sql`update test_sets set role = ${role}::test_set_role
        where id = (select test_set_id from test_set_versions where id = ${benchmark.hidden})`;
      await expect(change).rejects.toMatchObject({ code: "23514" });
    }
    const move = site.sql`update test_set_versions set test_set_id =
      (select test_set_id from test_set_versions where id = ${benchmark.original}) where id = ${benchmark.hidden}`;
    await expect(move).rejects.toMatchObject({ code: "23514" });
  });
});
