import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { type Database, openDatabase } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";
import type { historyQuerySchema } from "@/server/audit/history/history-schema";
import { listHistory } from "@/server/audit/history/list-history";
import { findAlike } from "@/server/audit/likeness/find-alike";
import { listLinkedTeams } from "@/server/audit/likeness/list-linked-teams";
import { listSimilar } from "@/server/audit/likeness/list-similar";
import { listTeamMeters } from "@/server/audit/meters/list-team-meters";
import { poolMeters } from "@/server/audit/meters/pool-meters";
import { sampleForAdaptivity } from "@/server/audit/meters/sample-for-adaptivity";
import { lastVerifications } from "@/server/audit-log/last-verifications";
import { listLines } from "@/server/audit-log/list-lines";
import type { AuditorContext, Maintainer } from "@/server/context";
import { listMeters } from "@/server/leaderboards/list-meters";
import { loadMeters } from "@/server/leaderboards/load-meters";
import { loadTableSets } from "@/server/leaderboards/load-table-sets";
import { seeded, seedMillion } from "./seed-million";

const rounds = 40;

/** Times of each of the maintainers' queries with a million submissions: p50 and p95, each view in turn, and of the worker's own. */
export async function benchAudit(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "rung-bench-"));
  const server = await startEmbeddedPostgres({
    dataDir,
    log: () => {},
    settings: { fsync: "off", full_page_writes: "off", max_wal_size: "4GB" },
  });
  try {
    const { auditUrl, webUrl } = await migrate({ ownerUrl: server.ownerUrl });
    const owner = openDatabase(server.ownerUrl);
    await seedMillion(owner.sql, (line) => console.log(`  ${line}`));
    const auditor = openDatabase(auditUrl);
    const viewer = { userId: "", name: "bench", role: "maintainer", teamId: "" } as unknown as Maintainer;
    await measure(owner, { db: auditor.db, now: () => new Date("2026-05-15T00:00:00Z"), viewer });
    const web = openDatabase(webUrl);
    await measurePublicMeters(web.db);
    await Promise.all([owner.end(), auditor.end(), web.end()]);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(owner: ReturnType<typeof openDatabase>, ctx: AuditorContext): Promise<void> {
  const benchmark = (turn: number) => `benchmark-${turn % seeded.benchmarks}`;
  const team = (turn: number) => `team-${(turn * 397) % seeded.teams}`;
  const day = (turn: number) => new Date(Date.UTC(2025, 5, 2 + ((turn * 7) % 330))).toISOString();
  const history = (input: z.input<typeof historyQuerySchema>) => listHistory({ ctx, input });
  const [pool] = await poolMeters({ ctx, input: { benchmark: "benchmark-0" } });
  const [some] = await owner.db.query.submissions.findMany({ limit: 1 });
  await report("history: newest", () => history({}));
  await report("history: a benchmark", (i) => history({ benchmark: benchmark(i) }));
  await report("history: a test set", (i) => history({ benchmark: benchmark(i), testSet: "New" }));
  await report("history: a team", (i) => history({ team: team(i) }));
  await report("history: climbed, a benchmark", (i) =>
    history({ benchmark: benchmark(i), decision: "climbed" }),
  );
  await report("history: climbed, all", () => history({ decision: "climbed" }));
  await report("history: failed, all", () => history({ state: "failed" }));
  await report("history: waiting for approval", () => history({ state: "awaiting-approval" }));
  await report("history: from a day", (i) => history({ to: day(i) }));
  let after: string | undefined;
  await report("history: the next page", async () => {
    after = (await history({ benchmark: "benchmark-0", after })).next ?? undefined;
  });
  await report("meters: one benchmark", () => poolMeters({ ctx, input: { benchmark: "benchmark-0" } }));
  await report("meters: all pools", () => poolMeters({ ctx, input: {} }));
  await report("teams of a pool", () => listTeamMeters({ ctx, input: { pool: pool!.id } }));
  await report("near-identical models", (i) => listSimilar({ ctx, input: { benchmark: benchmark(i) } }));
  await report("near-identical, between teams", (i) =>
    listSimilar({ ctx, input: { benchmark: benchmark(i), betweenTeams: true } }),
  );
  await report("linked teams", (i) => listLinkedTeams({ ctx, input: { benchmark: benchmark(i) } }));
  await report("log: newest", () => listLines({ ctx, input: {} }));
  await report("log: a kind", () => listLines({ ctx, input: { kind: "quota-refusal" } }));
  await report("log: a submission", () => listLines({ ctx, input: { submission: some!.id } }));
  await report("verifications", () => lastVerifications({ ctx }));
  const prints = await owner.db.query.fingerprints.findMany({ limit: rounds });
  await report("worker: look for alike", (i) => {
    const print = prints[i % prints.length]!;
    return findAlike(owner.db, { ...some!, id: print.submissionId }, print);
  });
  const [version] =
    await owner.sql`select version_id from guarded.fingerprints f join submissions s on s.id = f.submission_id
    where s.benchmark_id = (select id from benchmarks where slug = 'benchmark-0') limit 1`;
  const start = performance.now();
  await sampleForAdaptivity(owner.db, { poolId: pool!.id, versionId: version?.version_id });
  console.log(`worker: sample for adaptivity: ${(performance.now() - start).toFixed(0)} ms`);
}

/** Meters as made anew after each change, and as /guard has them while nothing changes. */
async function measurePublicMeters(db: Database): Promise<void> {
  const known = await db.query.benchmarks.findMany();
  const metersOf = async ({ id }: { id: string }) => loadMeters(db, (await loadTableSets(db, id)).others);
  await report("public meters: one benchmark", (i) => metersOf(known[i % known.length]!));
  await report("public meters: all", () => Promise.all(known.map(metersOf)));
  await report("public meters: /guard", () => listMeters({ ctx: { db } }));
}

async function report(name: string, query: (turn: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const start = performance.now();
    await query(turn);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(1).padStart(7);
  console.log(`${name.padEnd(34)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms`);
}
