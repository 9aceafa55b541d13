import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refuseStrongRole } from "@/server/cli/processes/refuse-strong-role";
import { type FreshDatabase, freshDatabase } from "../../factories/fresh-database";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => await database.drop());

test("the site starts as the web role", async () => {
  await expect(refuseStrongRole(database.webUrl)).resolves.toBeUndefined();
});

test.each([
  ["owner", "ownerUrl", /rung_owner, who owns the database/],
  ["worker", "workerUrl", /rung_worker, who reads exact counts/],
  ["auditor", "auditUrl", /rung_auditor, who reads exact counts/],
] as const)("the site does not start as the %s", async (_, address, sentence) => {
  await expect(refuseStrongRole(database[address])).rejects.toThrow(sentence);
});

test("the site does not start on a database without a schema", async () => {
  const empty = new URL(database.webUrl);
  empty.pathname = "/postgres";
  await expect(refuseStrongRole(empty.toString())).rejects.toThrow(/has no schema yet/);
});

test("a web role that was given one guarded table too many is refused with it", async () => {
  const sql = postgres(database.ownerUrl, { max: 1 });
  await sql`grant usage on schema guarded to rung_web`;
  await expect(refuseStrongRole(database.webUrl)).rejects.toThrow(/rung_web, who reads exact counts/);
  await sql`revoke usage on schema guarded from rung_web`;
  await sql.end();
});
