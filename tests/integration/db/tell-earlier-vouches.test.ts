import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { siteTest as test } from "../../fixtures/site-test";
import { submitAsTold } from "../submissions/submit-as-told";

const migration = new URL("../../../db/migrations/0027_tell_of_earlier_vouches.sql", import.meta.url);

test("a site whose teams were vouched for before lines told it verifies once it is migrated, and a later vouch by hand is found", async ({
  site,
}) => {
  const verify = () => verifyLog({ ctx: site.owner, input: {} });
  const unknown = () => makeResearcher(site, `team-${randomUUID().slice(0, 8)}`, false);
  const [viewer, other] = [await unknown(), await unknown()];
  await submitAsTold(site, { benchmark: await makeBenchmark(site), viewer, hidden: { wrong: 300 } });
  expect(await verify()).toMatchObject({ ok: true });
  await site.sql`update teams set vouched_at = created_at where id = ${viewer.teamId}`;
  expect(await verify()).toMatchObject({ problem: expect.stringContaining("teams.vouchedAt") });
  await site.sql.unsafe(await readFile(migration, "utf8"));
  expect(await verify()).toMatchObject({ ok: true });
  const told =
    await site.sql`select fields from audit.lines where fields->>'reason' = 'vouched for before the log told it'`;
  expect(told).toMatchObject([{ fields: { team: viewer.teamId, vouched: true, by: null } }]);
  await site.sql`update teams set vouched_at = created_at where id = ${other.teamId}`;
  expect(await verify()).toMatchObject({ problem: expect.stringContaining("teams.vouchedAt") });
});
