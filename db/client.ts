import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

/** A database or a transaction on it: verbs accept either. */
export type Database = PgDatabase<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;

/** Opens a pool of connections. `sql` is for LISTEN and raw statements, `end` closes it. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}) {
  const sql = postgres(url, { max, onnotice: () => {}, connection: { application_name: "rung" } });
  const db: Database = drizzle(sql, { schema, casing: "snake_case" });
  return { db, sql, end: () => sql.end({ timeout: 5 }) };
}
