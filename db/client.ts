import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

/** Opens a pool of connections. `sql` is for LISTEN and raw statements, `end` closes it. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}) {
  const sql = postgres(url, { max, onnotice: () => {}, connection: { application_name: "rung" } });
  return { db: drizzle(sql, { schema, casing: "snake_case" }), sql, end: () => sql.end({ timeout: 5 }) };
}

export type Database = ReturnType<typeof openDatabase>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
