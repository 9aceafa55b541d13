import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { openDatabase } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { folderTest } from "../../fixtures/folder-test";

const test = folderTest.extend("server", async ({ folder: dataDir }, { onCleanup }) => {
  const server = await startEmbeddedPostgres({ dataDir, log: () => {}, settings: { fsync: "off" } });
  onCleanup(() => server.stop());
  return server;
});

/** Kills one of a server's connections, which makes PostgreSQL end all others and start anew. */
function killOne(cluster: string): void {
  const pid = readdirSync("/proc").find((entry) => {
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, "latin1");
      const parent = / (\d+) /.exec(
        readFileSync(`/proc/${entry}/stat`, "latin1").replace(/^.*\) \S/s, ""),
      )![1];
      return command.includes("rung_owner rung") && parent === readFileSync(cluster, "latin1").split("\n")[0];
    } catch {
      return false;
    }
  });
  if (pid !== undefined) process.kill(Number(pid), "SIGKILL");
}

// https://github.com/porsager/postgres/issues/1066 and 1208: such a moment ended the process, or left connections that never answer.
test("a site whose connections all die at once, again and again under load, goes on: each question is answered or fails, and none waits for ever", async ({
  folder,
  server,
}) => {
  const database = openDatabase(server.ownerUrl, { max: 10 });
  let [answered, failed] = [0, 0];
  const ending = new AbortController();
  const ask = async () => {
    while (!ending.signal.aborted) {
      const question = sql`select ${"x".repeat(Math.random() < 0.5 ? 10 : 2000)}::text`;
      await database.db
        .transaction((tx) => tx.execute(question))
        .then(
          () => (answered += 1),
          () => (failed += 1),
        );
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const asked = Array.from({ length: 40 }, ask);
  for (let kills = 0; kills < 15; kills += 1) {
    await sleep(200 + Math.random() * 300);
    killOne(`${folder}/postgres/cluster/postmaster.pid`);
  }
  await sleep(1000);
  ending.abort();
  await Promise.all(asked);
  expect([answered > 0, failed > 0]).toEqual([true, true]);
  const atOnce = Array.from({ length: 40 }, (_, n) => database.sql<{ n: number }[]>`select ${n}::int as n`);
  const last = await Promise.all(atOnce);
  expect(last.map(([row]) => row!.n)).toEqual(atOnce.map((_, n) => n));
  await database.end();
});
