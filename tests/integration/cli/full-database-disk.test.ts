import { randomBytes } from "node:crypto";
import { cp, rm, statfs, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { openDatabase } from "@/db/client";
import { findPostmaster } from "@/db/embedded/find-postmaster";
import { explainOutage } from "@/server/api/explain-outage";
import { superviseDatabase } from "@/server/cli/processes/supervise-database";
import { parseEnvironment } from "@/server/env";
import { openJobQueue } from "@/server/queue/job-queue";
import { folderTest } from "../../fixtures/folder-test";
import { maySmallDisk, mountSmallDisk } from "../../fixtures/small-disk";

const minute = { timeout: 120_000 };

/** A database whose own log lies on a disk of 96 MiB. */
const test = folderTest.extend("crowded", async ({ folder }, { onCleanup }) => {
  const environment = parseEnvironment({ RUNG_DATA_DIR: folder });
  await (await superviseDatabase(environment, () => {})).close();
  const cluster = join(folder, "postgres", "cluster");
  const disk = join(folder, "postgres", "small-disk");
  const unmount = mountSmallDisk(disk, 96);
  onCleanup(async () => {
    const left = await findPostmaster(cluster);
    if (left) process.kill(left.pid, "SIGKILL");
    unmount();
  });
  await cp(join(cluster, "pg_wal"), disk, { recursive: true, preserveTimestamps: true });
  await rm(join(cluster, "pg_wal"), { recursive: true });
  await symlink(disk, join(cluster, "pg_wal"));
  const lines: string[] = [];
  const database = await superviseDatabase(environment, (line) => lines.push(line));
  const filler = join(disk, "filler");
  return {
    database,
    lines,
    fill: async () => {
      const { bavail, bsize } = await statfs(disk);
      await writeFile(filler, Buffer.alloc(bavail * bsize - (1 << 20)));
    },
    makeRoom: () => rm(filler),
  };
});

// Only root may make a disk so small; elsewhere there is nothing to fill.
test.skipIf(!maySmallDisk())(
  "where the database's own log fills its disk the site says to ask again, and with room everything goes on: nothing lost, nothing twice",
  async ({ crowded: { database, lines, fill, makeRoom } }) => {
    const owner = openDatabase(database.addressOf("owner"), { max: 1 });
    const url = database.addressOf("worker");
    const queue = await openJobQueue({ url, supervise: true, onError: () => {} });
    const worked: string[] = [];
    await queue.work("compare-predictions", async ({ submissionId }) => void worked.push(submissionId));
    await owner.sql`create table ballast (n integer, bytes text)`;
    await fill();

    const committed: number[] = [];
    let failure: unknown;
    for (let n = 0; failure === undefined && n < 1000; n += 1) {
      const bytes = randomBytes(400_000).toString("base64");
      failure = await owner.db
        .transaction(async (tx) => {
          await tx.execute(`insert into ballast values (${n}, '${bytes}')`);
          await queue.enqueue(tx, "compare-predictions", { submissionId: String(n) });
        })
        .then(
          () => void committed.push(n),
          (error: unknown) => error,
        );
    }
    expect(explainOutage(failure)).toMatchObject({ code: "busy", hint: expect.stringContaining("again") });
    expect(committed.length).toBeGreaterThan(0);
    await expect.poll(() => lines.join("\n"), minute).toContain("Its disk is full: make room there");

    await makeRoom();
    const answers = () =>
      owner.sql`select`.then(
        () => true,
        () => false,
      );
    await expect.poll(answers, minute).toBe(true);
    const rows = await owner.sql<{ n: number }[]>`select n from ballast order by n`;
    const stored = rows.map(({ n }) => n);
    expect(stored.slice(0, committed.length)).toEqual(committed);
    expect(new Set(stored).size).toBe(stored.length);
    await expect.poll(() => worked.map(Number).sort((a, b) => a - b), minute).toEqual(stored);
    await queue.stop(100);
    await owner.end();
    await database.close();
  },
);
