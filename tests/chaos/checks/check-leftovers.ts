import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type postgres from "postgres";
import { openDatabase } from "@/db/client";
import { parseEnvironment } from "@/server/env";
import { sweepModelFiles } from "@/server/model-files/sweep-model-files";
import { expireUploads } from "@/server/model-files/uploads/expire-uploads";
import { fileModelStore } from "@/server/model-store/file-model-store";
import type { Run } from "../product/run-rung";

/** Jobs that wait, run or were given up, locks that somebody holds, and transactions that nobody ends, while nothing is to do. */
export async function leftInDatabase(sql: postgres.Sql): Promise<string[]> {
  const jobs = await sql<{ name: string; state: string; n: number }[]>`
    select name, state::text, count(*)::int as n from pgboss.job
    where name not like '\\_\\_%' and state not in ('completed', 'cancelled') group by 1, 2`;
  const held = await sql<{ text: string }[]>`
    select concat_ws(' ', a.application_name, l.classid, l.objid, a.state, left(a.query, 80)) as text
    from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and a.datname = current_database() and a.pid <> pg_backend_pid()
      and a.query not like '%rung start%'`;
  const idle = await sql<{ text: string }[]>`
    select concat_ws(' ', application_name, left(query, 80)) as text from pg_stat_activity
    where state like 'idle in transaction%' and state_change < now() - interval '5 seconds'`;
  return [
    ...jobs.map(({ name, state, n }) => `${n} jobs ${name}: ${state}`),
    ...held.map(({ text }) => `a lock: ${text}`),
    ...idle.map(({ text }) => `a transaction: ${text}`),
  ];
}

/** Has everything removed that is removed after a day, and lists files that nothing needs, and those that are missing. */
export async function leftOnDisk(run: Run, url: string): Promise<string[]> {
  const settings = parseEnvironment({ RUNG_DATA_DIR: run.dataDir });
  const database = openDatabase(url, { max: 1 });
  try {
    const models = fileModelStore(settings);
    const ctx = { db: database.db, models, now: () => new Date(Date.now() + 25 * 3_600_000) };
    await expireUploads({ ctx });
    await sweepModelFiles({ ctx });
    const known = await database.sql<
      { hash: string }[]
    >`select hash from model_files where removed_at is null`;
    const hashes = new Set(known.map(({ hash }) => hash));
    const stored = await filesBelow(settings.modelsDir);
    const missing = [...hashes].filter((hash) => !stored.some((path) => basename(path) === hash));
    const unknown = stored.filter((path) => !hashes.has(basename(path)));
    const others = [
      ...(await filesBelow(settings.uploadsDir)),
      ...(await filesBelow(join(settings.testSetsDir, "temporary"))),
      ...(await filesBelow(join(run.folder, "tmp"))),
      ...(await filesBelow(settings.sandboxDir)).filter((path) => /\.\d+$/.test(path)),
    ];
    return [...missing.map((hash) => `the model ${hash} is missing`), ...unknown, ...others];
  } finally {
    await database.end();
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && !/\/(node-compile-cache|tsx-\d+)\b/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
}
