import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@/db/client";
import { openEmbeddedDatabase } from "@/db/embedded/open-embedded-database";
import { benchmarkChanged } from "@/server/benchmarks/benchmark-changed";
import { openJobQueue } from "@/server/queue/job-queue";
import { scatteredModels } from "../fixtures/scattered-models";
import { seedLeaderboard } from "../fixtures/seed-leaderboard";
import { type Answer, ask } from "./ask";
import { measureInBrowser } from "./measure-in-browser";
import { quantile } from "./quantile";
import { siteOf } from "./site-of";

const requests = 200;
const longestFit = 600_000;
const size = { references: 1_500, entries: 10_000 };

/** What visitors of the page ask for in turn. */
const views = [
  "",
  "?page=7",
  "?sort=newRank",
  "?sort=residual&descending=true",
  "?search=entry+77",
  "?kind=entry&team=team-12",
  "?scale=probit&page=3",
  "?points=climbed",
];

/**
 * The benchmark page of the real site with 1,500 reference models and 10,000 entries: server time of a whole page (from the
 * request to its last byte, compressed, one request at a time), what a phone waits for, and the interactive figure of 1,500 points.
 */
export async function benchBenchmarkPage(): Promise<void> {
  const site = await siteOf(process.cwd());
  try {
    await seed(site.dataDir);
    const page = `${site.url}/benchmarks/large`;
    const api = `${site.url}/api/v1/benchmarks/large`;
    await untilFitted(api);
    console.log(
      `${size.references} reference models, ${size.entries} entries; load ${loadavg()[0]!.toFixed(1)}`,
    );
    await measureServer(page);
    await measureAnswer("home page", `${site.url}/`);
    await measureAnswer("/fit", `${api}/fit`);
    await measureAnswer("/leaderboard?page=all&format=csv", `${api}/leaderboard?page=all&format=csv`);
    await measureInBrowser({ crowded: page, plain: `${site.url}/benchmarks/references` });
    console.log(`load at the end: ${loadavg()[0]!.toFixed(1)}`);
  } finally {
    await site.stop();
  }
}

async function seed(dataDir: string): Promise<void> {
  const database = await openEmbeddedDatabase({ dataDir, log: () => {} });
  const { db, sql, end } = openDatabase(database.ownerUrl);
  const queue = await openJobQueue({ url: database.ownerUrl, supervise: false, onError: console.error });
  const large = await seedLeaderboard(db, { slug: "large", ...scatteredModels(size) });
  const { references } = scatteredModels({ ...size, entries: 0 });
  const plain = await seedLeaderboard(db, { slug: "references", references });
  await sql`analyze`;
  for (const { benchmarkId } of [plain, large])
    await benchmarkChanged({ ctx: { queue }, tx: db, benchmarkId });
  await queue.stop(500);
  await end();
  await database.stop();
}

/** Until the worker has done them, so that it is not measured too. */
async function untilFitted(api: string): Promise<void> {
  const start = performance.now();
  const isPending = async (query: string) =>
    ((await (await fetch(`${api}/fit${query}`)).json()) as { pending: boolean }).pending;
  for (const scale of ["linear", "logit", "probit"]) {
    while (await isPending(`?scale=${scale}&points=climbed`)) {
      if (performance.now() - start > longestFit) throw new Error("the fits were not done in ten minutes");
      await sleep(3_000);
    }
  }
}

async function measureServer(page: string): Promise<void> {
  for (const view of views) {
    const { firstByte, lastByte } = await ask(page + view);
    console.log(`first view of "${view}": ${firstByte.toFixed(0)} / ${lastByte.toFixed(0)} ms`);
  }
  const answers: Answer[] = [];
  for (let i = 0; i < requests; i++) answers.push(await ask(page + views[i % views.length]!));
  const at = (share: number, of: (answer: Answer) => number) => quantile(answers.map(of), share).toFixed(1);
  const last = (answer: Answer) => answer.lastByte;
  const first = (answer: Answer) => answer.firstByte;
  console.log(
    `page on the server, ${requests} requests: p50 ${at(0.5, last)} ms, p95 ${at(0.95, last)} ms; first byte p50 ${at(0.5, first)} ms, p95 ${at(0.95, first)} ms`,
  );
  console.log(`page as sent: ${at(0.5, ({ bytes }) => bytes / 1024)} KB`);
}

async function measureAnswer(name: string, address: string): Promise<void> {
  const answers: Answer[] = [];
  for (let i = 0; i < 10; i++) answers.push(await ask(address));
  const ms = quantile(
    answers.map(({ lastByte }) => lastByte),
    0.5,
  );
  const { bytes, encoding } = answers[0]!;
  console.log(`${name}: p50 ${ms.toFixed(0)} ms, ${(bytes / 1024).toFixed(0)} KB as sent (${encoding})`);
}
