import postgres from "postgres";
import { expect, test } from "vitest";
import { freshDatabase } from "../../factories/fresh-database";

test("two fresh databases know nothing of each other, and each role reaches its own", async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  const names = [];
  for (const url of [one.ownerUrl, one.workerUrl, one.webUrl, one.auditUrl, other.webUrl]) {
    const sql = postgres(url, { max: 1 });
    const [row] = await sql<
      { role: string; base: string }[]
    >`select current_user as role, current_database() as base`;
    names.push(`${row?.role} ${row?.base === one.name ? "one" : "other"}`);
    await sql.end();
  }
  expect(names).toEqual([
    "rung_owner one",
    "rung_worker one",
    "rung_web one",
    "rung_auditor one",
    "rung_web other",
  ]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(postgres(one.ownerUrl, { max: 1 })`select 1`).rejects.toThrow(/does not exist/);
});
