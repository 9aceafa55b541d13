import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

export interface FreshDatabase {
  name: string;
  ownerUrl: string;
  workerUrl: string;
  webUrl: string;
  auditUrl: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own for a test, with an address for every role. Drop it when done. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject("testServer");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asOwner(server.ownerUrl, `create database ${name} template ${server.template} strategy file_copy`);
  const at = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.toString();
  };
  return {
    name,
    ownerUrl: at(server.ownerUrl),
    workerUrl: at(server.workerUrl),
    webUrl: at(server.webUrl),
    auditUrl: at(server.auditUrl),
    drop: async () => await asOwner(server.ownerUrl, `drop database ${name} with (force)`),
  };
}

/** Two copies of one template may not be made at the same moment, hence the lock. */
async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('rung test databases'))`;
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
