import postgres from "postgres";
import { expect, test as plain } from "vitest";
import { refuseStrongRole } from "@/server/cli/processes/refuse-strong-role";
import { freshDatabase } from "../../factories/fresh-database";

const test = plain.extend("database", { scope: "file" }, async ({}, { onCleanup }) => {
  const database = await freshDatabase();
  onCleanup(() => database.drop());
  return database;
});

test("the site starts as the web role", async ({ database }) => {
  await expect(refuseStrongRole(database.webUrl)).resolves.toBeUndefined();
});

test.for([
  ["owner", "ownerUrl", /rung_owner, which owns the database/],
  ["worker", "workerUrl", /rung_worker, which can read exact counts/],
  ["auditor", "auditUrl", /rung_auditor, which can read exact counts/],
] as const)("the site does not start as the %s", async ([, address, sentence], { database }) => {
  await expect(refuseStrongRole(database[address])).rejects.toThrow(sentence);
});

test("the site does not start on a database without a schema", async ({ database }) => {
  const empty = new URL(database.webUrl);
  empty.pathname = "/postgres";
  await expect(refuseStrongRole(empty.toString())).rejects.toThrow(/has no schema yet/);
});

test("a web role that was given one guarded table too many is refused with it", async ({ database }) => {
  const sql = postgres(database.ownerUrl, { max: 1 });
  await sql`grant usage on schema guarded to rung_web`;
  await expect(refuseStrongRole(database.webUrl)).rejects.toThrow(/rung_web, which can read exact counts/);
  await sql`revoke usage on schema guarded from rung_web`;
  await sql.end();
});
