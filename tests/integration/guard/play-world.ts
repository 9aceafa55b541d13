import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { openDatabase } from "@/db/client";
import { parseEnvironment } from "@/server/env";
import { fileModelStore } from "@/server/model-store/file-model-store";
import type { JobQueue } from "@/server/queue/job-queue";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import type { TestSetContext } from "@/server/test-sets/test-set-context";
import { siteUrl } from "../api/open-test-site";
import { type Base, copyOf, epoch, type SubmissionName } from "./base";
import type { HiddenRun } from "./hidden-run";
import { observeAnswers, type Seen, standInForNext, type Tamper } from "./observe-answers";
import { observeDatabase } from "./observe-database";
import { observeProcedures } from "./observe-procedures";
import { virtualClock } from "./virtual-clock";
import { tellEventsAtOnce, watchWorld } from "./watch-world";
import { type World, workerOf } from "./worker-of-world";

const moved: Record<SubmissionName, HiddenRun> = {
  "ada-1": { wrong: 300 },
  "bob-1": { wrong: 320 },
  "ada-2": { wrong: 300 },
  "bob-2": { wrong: 240 },
  "ada-3": { wrong: 60 },
};

/** What a test does to a world: `change` its worker, `tamper` with its answers, `stop` it early, act in it at three times. */
export interface Interference {
  change?: World["change"];
  tamper?: (world: World) => Tamper;
  stop?: "when ada-2 is released";
  begin?: (world: World) => Promise<void>;
  whenReleased?: (world: World) => Promise<void>;
  /** What is done so long, in ms, after the last result. */
  atEnd?: { after: number; act: (world: World) => Promise<void> };
}

/** Shares of the window of a hidden evaluation at which the world is looked at, the moment before its end included. */
const looks = [0.01, 0.3, 0.7, 0.97];

/**
 * Plays one world from its beginning to its end, by its own clock and in modules of its own, and gives back every public byte at
 * every look: what anybody could ask for, and what was told by itself, each with its time.
 * @param secret what `ada-2` does on hidden images, and others where a test wants it
 */
export async function playWorld(
  base: Base,
  secret: Partial<Record<SubmissionName, HiddenRun>>,
  { change, tamper, stop, begin, whenReleased, atEnd }: Interference = {},
): Promise<Seen> {
  const database = await copyOf(base);
  const dataDir = await mkdtemp(join(tmpdir(), "rung-guard-"));
  Object.assign(process.env, {
    WEB_DATABASE_URL: database.webUrl,
    RUNG_DATA_DIR: dataDir,
    NEXTAUTH_SECRET: "a secret of this test alone",
    NEXTAUTH_URL: siteUrl,
  });
  freshModules();
  const clock = virtualClock(epoch);
  const owner = openDatabase(database.ownerUrl, { max: 3 });
  const asWorker = openDatabase(database.workerUrl, { max: 4 });
  const asWeb = openDatabase(database.webUrl, { max: 1 });
  const { openContext } = await import("@/server/api/context");
  const { queue } = await openContext();
  const settings = parseEnvironment({ RUNG_DATA_DIR: dataDir });
  const ctx: TestSetContext = {
    db: asWorker.db,
    queue,
    now: () => new Date(),
    models: fileModelStore(settings),
    testSets: fileTestSetStore({ root: settings.testSetsDir }),
  };
  const world: World = { base, clock, ctx, sql: owner.sql, told: { ...moved, ...secret }, change };
  const watch = await watchWorld({ base, webUrl: database.webUrl });
  const seen: Seen = new Map();

  async function look(at: string, how: "quick" | "plain" | "whole") {
    await watch.flush();
    const only = how === "quick" ? isQuick : undefined;
    const options = { tamper: tamper?.(world), only, choices: how === "whole" };
    const found = [
      await observeDatabase({ web: asWeb.sql, owner: owner.sql }),
      await observeAnswers(base, options),
      how === "whole" ? await observeProcedures(base) : new Map(),
    ];
    for (const part of found) for (const [key, value] of part) seen.set(`${at} | ${key}`, value);
  }

  try {
    const worker = await workerOf(world);
    const step = async () => {
      await worker.takeJobs();
      await watch.flush();
    };
    const advance = (time: number) => clock.advanceTo(time, step);
    const until = async (name: SubmissionName, column: "hidden_claimed_at" | "ended_at") => {
      for (let step = 0; step < 200; step += 1) {
        const [row] = await owner.sql`
          select hidden_claimed_at, hidden_due_at, ended_at from submissions where id = ${base.ids[name]}`;
        if (row![column])
          return { from: Date.parse(row!.hidden_claimed_at), due: Date.parse(row!.hidden_due_at) };
        await advance(Date.now() + 500);
      }
      throw new Error(`${name} never got its ${column}`);
    };

    await begin?.(world);
    await until("bob-1", "ended_at");
    const { from, due } = await until("ada-2", "hidden_claimed_at");
    for (const share of looks) {
      await advance(from + Math.floor(share * (due - from)));
      await look(`at ${share} of the window`, "quick");
    }
    await until("ada-2", "ended_at");
    await look("when it was released", "plain");
    if (whenReleased) {
      await whenReleased(world);
      await look("when something was done about it", "plain");
    }
    if (!stop) {
      await until("ada-3", "ended_at");
      await until("bob-2", "ended_at");
      await advance(Date.now() + (atEnd?.after ?? 5_000));
      await atEnd?.act(world);
      await look("at the end", "whole");
    }
    for (const [from, what] of watch.said) seen.set(`told by itself | ${from}`, what);
    return seen;
  } finally {
    await watch.close();
    await closeSite();
    clock.stop();
    await Promise.all([owner.end(), asWorker.end(), asWeb.end()]);
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What a watcher of a submission under way asks for again and again. */
const isQuick = ({ pattern }: { pattern: string }) =>
  /^\/(api\/v1\/(submissions|me|benchmarks)(\/.*)?|healthz|submissions)$/.test(pattern) &&
  !/leaderboard|fit$/.test(pattern);

/** A world has the modules of the site to itself: their settings, connections and caches are the process's own. */
function freshModules() {
  vi.resetModules();
  standInForNext();
  tellEventsAtOnce();
  vi.doMock("@/server/leaderboards/fit-basis", async (original) => {
    const real = await original<typeof import("@/server/leaderboards/fit/fit-basis")>();
    // The bootstrap is the same function of the same points with fewer resamples, and much quicker.
    return { ...real, fitOptions: { resamples: 200, seed: 1 } };
  });
  vi.doMock("@/server/leaderboards/open-fit-child", async () => {
    const { trend } = await import("@/server/statistics/trend");
    return {
      openFitChild: () => ({
        fit: async (...given: Parameters<typeof trend>) => trend(...given),
        close() {},
      }),
    };
  });
}

async function closeSite() {
  const { openContext } = await import("@/server/api/context");
  const { webDatabase } = await import("@/server/web-process/web-database");
  const { queue } = await openContext();
  await (queue as JobQueue).stop(100);
  await webDatabase().end();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("rung process-wide")];
}
