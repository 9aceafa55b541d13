import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/db/client";
import type { Context } from "@/server/context";
import { parseEnvironment } from "@/server/env";
import { fileModelStore } from "@/server/model-store/file-model-store";
import { openJobQueue } from "@/server/queue/job-queue";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { freeTheClock } from "./free-the-clock";
import { freshDatabase } from "./fresh-database";

export type Site = Awaited<ReturnType<typeof makeSite>>;

/** A database of its own with a context as owner, worker, web and auditor each, and a clock that only the test moves. */
export async function makeSite(given: { databaseClock?: boolean } = {}) {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "rung-site-"));
  const clock = { now: new Date("2026-05-01T12:00:00Z") };
  const open = {
    owner: openDatabase(database.ownerUrl),
    worker: openDatabase(database.workerUrl),
    web: openDatabase(database.webUrl),
    auditor: openDatabase(database.auditUrl),
  };
  if (!given.databaseClock) await freeTheClock(open.owner.sql);
  const queue = await openJobQueue({ url: database.ownerUrl, supervise: false, onError: () => {} });
  const settings = parseEnvironment({ RUNG_DATA_DIR: dataDir });
  const models = fileModelStore(settings);
  const testSets = fileTestSetStore({ root: settings.testSetsDir });
  const contextOf = (role: keyof typeof open): Context => ({
    db: open[role].db,
    queue,
    now: () => clock.now,
    models,
  });
  return {
    database,
    dataDir,
    clock,
    sql: open.owner.sql,
    owner: { ...contextOf("owner"), testSets },
    worker: { ...contextOf("worker"), testSets },
    web: contextOf("web"),
    auditor: contextOf("auditor"),
    wait(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    async drop() {
      await queue.stop(100);
      await Promise.all(Object.values(open).map((one) => one.end()));
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
