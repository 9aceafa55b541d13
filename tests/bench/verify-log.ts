import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";
import { verifyLog } from "@/server/audit-log/verify-log";
import { seedLog } from "./seed-log";

/** Lines of the log; fewer with RUNG_BENCH_LINES. */
const lines = Number(process.env.RUNG_BENCH_LINES ?? 1_000_000);

/** How long a log of a million lines takes to verify, whole and from a checkpoint near its end, and the memory at the most. */
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
    await measure("whole", () => verifyLog({ ctx: auditor, input: {} }));
    await auditor.end();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(what: string, verify: () => Promise<{ ok: boolean; lines: number }>): Promise<void> {
  let most = 0;
  const watch = setInterval(() => void (most = Math.max(most, process.memoryUsage().rss)), 100);
  const start = performance.now();
  const found = await verify();
  clearInterval(watch);
  if (!found.ok) throw new Error(JSON.stringify(found));
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${what}: ${found.lines} lines in ${seconds.toFixed(1)} s, ${Math.round(most / 1e6)} MB at the most`,
  );
}
