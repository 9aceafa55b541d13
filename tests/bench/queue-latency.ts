import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";
import { openJobQueue } from "@/server/queue/job-queue";

const jobs = 60;

/** From the commit of a job to its claim by an idle worker, in ms, beside a bare round trip to the same database. */
export async function benchQueue(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "rung-bench-queue-"));
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
  const { workerUrl, webUrl } = await migrate({ ownerUrl: server.ownerUrl });
  const web = openDatabase(webUrl, { max: 1 });
  const sender = await openJobQueue({ url: webUrl, supervise: false, onError: console.error });
  const receiver = await openJobQueue({ url: workerUrl, supervise: true, onError: console.error });
  try {
    let claimed: (at: number) => void = () => {};
    await receiver.work("evaluate-original", async () => claimed(performance.now()));
    await sleep(1_000);
    const waits: number[] = [];
    const trips: number[] = [];
    for (let i = 0; i < jobs; i++) {
      const claim = new Promise<number>((resolve) => (claimed = resolve));
      await web.db.transaction((tx) => sender.enqueue(tx, "evaluate-original", { submissionId: String(i) }));
      const committed = performance.now();
      waits.push((await claim) - committed);
      await sleep(100 + 400 * Math.random());
      const asked = performance.now();
      await web.sql`select 1`;
      trips.push(performance.now() - asked);
    }
    const [wait, trip] = [waits, trips].map((times) => times.sort((a, b) => a - b));
    const at = (times: number[], share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(1);
    console.log(
      `job committed -> claimed by an idle worker, ${jobs} jobs: median ${at(wait!, 0.5)} ms, p95 ${at(wait!, 0.95)} ms`,
    );
    console.log(`a bare round trip to the database: median ${at(trip!, 0.5)} ms, p95 ${at(trip!, 0.95)} ms`);
  } finally {
    await receiver.stop(500);
    await sender.stop(500);
    await web.end();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
