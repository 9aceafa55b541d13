import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";
import type { Checkpoint } from "@/server/audit-log/checkpoint/checkpoint";
import { verifyLog } from "@/server/audit-log/verify-log";
import { seedLog } from "./seed-log";

/** Lines of the log; fewer with RUNG_BENCH_LINES. */
const lines = Number(process.env.RUNG_BENCH_LINES ?? 1_000_000);

/** How long a log of a million lines takes to verify, whole and from the checkpoint that this leaves, and the memory at the most. */
export async function benchVerify(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "rung-bench-"));
  const server = await startEmbeddedPostgres({
    dataDir,
    log: () => {},
    settings: { fsync: "off", full_page_writes: "off", max_wal_size: "4GB" },
  });
  try {
    const { auditUrl } = await migrate({ ownerUrl: server.ownerUrl });
    const owner = openDatabase(server.ownerUrl);
    await seedLog(owner.sql, lines);
    await owner.end();
    const auditor = openDatabase(auditUrl, { max: 2 });
    const { checkpoint } = await measure("whole", auditor, null);
    await measure("from a checkpoint", auditor, checkpoint);
    await auditor.end();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(what: string, ctx: { db: Database }, checkpoint: Checkpoint | null) {
  const before = process.memoryUsage().rss;
  let most = 0;
  const watch = setInterval(() => void (most = Math.max(most, process.memoryUsage().rss)), 100);
  const start = performance.now();
  const found = await verifyLog({ ctx, input: { checkpoint } });
  clearInterval(watch);
  if (!found.ok) throw new Error(found.problem);
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${what}: ${found.lines} lines in ${seconds.toFixed(1)} s, from ${Math.round(before / 1e6)} to ${Math.round(most / 1e6)} MB at the most`,
  );
  return found;
}
