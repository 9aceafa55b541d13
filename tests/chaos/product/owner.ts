import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import type { Run } from "./run-rung";

/** The owner's connections to a run's embedded database, opened anew whenever it came back elsewhere. */
export function ownerOf(run: Run) {
  let known: { url: string; sql: postgres.Sql } | undefined;
  const address = async () => {
    const folder = join(run.dataDir, "postgres");
    const password = await readFile(join(folder, "cluster", "rung-password"), "utf8");
    const port = await readFile(join(folder, "port"), "utf8");
    return `postgres://rung_owner:${password}@127.0.0.1:${port}/rung`;
  };
  return {
    address,
    async connect(): Promise<postgres.Sql> {
      const url = await address();
      if (known?.url !== url) {
        await known?.sql.end({ timeout: 1 });
        known = { url, sql: postgres(url, { max: 2, connect_timeout: 5, onnotice: () => {} }) };
      }
      return known.sql;
    },
    end: async () => await known?.sql.end({ timeout: 5 }),
  };
}
