import type { Sql } from "postgres";
import type { TestSetContext } from "@/server/test-sets/test-set-context";
import type { EvaluationEffects } from "@/workers/evaluation-effects";
import type { Base, SubmissionName } from "./base";
import { setSizes } from "./base";
import { type HiddenRun, imagesOf, labelOf, runTold, type SetName, WorkerLost } from "./hidden-run";
import type { VirtualClock } from "./virtual-clock";

/** What every submission's model does on original images: public, and the same in all worlds. */
const original: Record<SubmissionName, number> = {
  "ada-1": 230,
  "bob-1": 250,
  "ada-2": 180,
  "bob-2": 215,
  "ada-3": 150,
};

/** From the loss of a worker to the next one's claim. */
const takeOverMs = 700;

/** Draws that give no noise: cos(2 pi / 4) = 0. */
const noNoise = () => 0.25;

export interface World {
  base: Base;
  clock: VirtualClock;
  ctx: TestSetContext;
  sql: Sql;
  told: Record<SubmissionName, HiddenRun>;
  /** Changes what a worker does; how tests plant leaks and run real models. */
  change?: (effects: EvaluationEffects, world: World) => Partial<EvaluationEffects>;
}

/** Jobs of a queue at a time. */
const atOnce: Record<string, number> = { "evaluate-hidden": 2 };

/** A worker as `workers/main.ts` has it, by the clock of the world. */
export async function workerOf(world: World) {
  const { clock, sql } = world;
  const effects = await effectsOf(world);
  const { evaluateOriginal } = await import("@/workers/evaluate-original");
  const { evaluateHidden } = await import("@/workers/evaluate-hidden");
  const { refreshFits } = await import("@/server/leaderboards/fit/refresh-fits");
  const { repeatEvaluation } = await import("@/workers/repeat-evaluation");
  const { slotWatch } = await import("@/workers/slot-watch");
  const slot = slotWatch();
  const { signal } = new AbortController();
  const handlers: Record<string, (job: never) => Promise<unknown>> = {
    "evaluate-original": (job: { submissionId: string }) => evaluateOriginal(effects, { ...job, signal }),
    "evaluate-hidden": (job: { jobId: string; submissionId: string }) =>
      slot.during(() => untilDone(() => evaluateHidden(effects, { ...job, signal }))),
    "repeat-evaluation": (job: { submissionId: string }) =>
      repeatEvaluation(effects, { ...job, signal }, { whenFree: (end) => clock.waitFor(slot.whenFree(end)) }),
    "refresh-fits": (job: { benchmarkId: string }) => refreshFits({ ctx: world.ctx, input: job }),
  };
  /** Repeated by another worker where one was lost. */
  async function untilDone(handle: () => Promise<void>): Promise<void> {
    for (;;) {
      const fault = await handle().then(
        () => null,
        (error: unknown) => error,
      );
      if (!fault) return;
      if (!(fault instanceof WorkerLost)) throw fault;
      await clock.sleepUntil(Date.now() + takeOverMs);
    }
  }

  const taken: string[] = [];
  const done: { name: string; id: string }[] = [];

  async function startNext(name: string, handle: (job: never) => Promise<unknown>): Promise<boolean> {
    const [job] = await sql`
      update pgboss.job set state = 'active', started_on = now()
      where id = (select id from pgboss.job where name = ${name} and state = 'created' order by created_on limit 1)
      returning id, data`;
    if (!job) return false;
    taken.push(name);
    clock.run(
      () => handle({ ...job.data, jobId: job.id } as never),
      () => void done.push({ name, id: job.id }),
    );
    // One after the other, so that two slots do not write at the same moment in one order here and in another there.
    await clock.settle();
    return true;
  }

  async function finish({ name, id }: (typeof done)[number]) {
    await sql`update pgboss.job set state = 'completed', completed_on = now() where id = ${id}`;
    taken.splice(taken.indexOf(name), 1);
  }

  return {
    /** Begins whatever a free slot can begin, until nothing more can. */
    async takeJobs(): Promise<void> {
      for (let moved = true; moved; ) {
        moved = false;
        for (const job of done.splice(0)) await finish(job);
        for (const [name, handle] of Object.entries(handlers)) {
          if (taken.filter((one) => one === name).length < (atOnce[name] ?? 1))
            moved = (await startNext(name, handle)) || moved;
        }
      }
    },
  };
}

const processors = { original: null, hidden: null };

async function effectsOf(world: World): Promise<EvaluationEffects> {
  const { base, clock, ctx, told } = world;
  const { connectEffects } = await import("@/workers/connect-effects");
  const { hiddenTurns } = await import("@/workers/hidden-turns");
  const { releaseDue } = await import("@/server/submissions/release/release-due");
  const nameOf = new Map(Object.entries(base.ids).map(([name, id]) => [id, name as SubmissionName]));
  const real = connectEffects({
    ctx,
    sandbox: { kind: "none" } as never,
    device: "cpu",
    processors,
    alarm() {},
  });
  const lost = new Set<SubmissionName>();
  const inTurn = hiddenTurns({ sleepUntil: (time) => clock.sleepUntil(time), now: ctx.now });
  const effects: EvaluationEffects = {
    ...real,
    async openVersion(storeKey) {
      const set = base.setOf.get(storeKey)!;
      const numbers = Array.from({ length: imagesOf(set) }, (_, image) => image);
      return {
        shard: { set } as never,
        labels: numbers.map(labelOf),
        split: numbers.map((image) => (image >= setSizes[set] ? 1 : 0)),
      };
    },
    async tryModel() {
      return { tried: [], failure: null, cpuMs: 0, facts: null };
    },
    async runModel(plan, run) {
      const name = nameOf.get(plan.submissionId)!;
      const { set } = run.shard as unknown as { set: SetName };
      const { lostAt } = told[name];
      if (run.quiet && lostAt !== undefined && !lost.has(name)) {
        lost.add(name);
        await clock.sleepUntil(Date.now() + lostAt * 2.5 * run.allowance!.totalMs);
        throw new WorkerLost();
      }
      const model = set === "Original" ? { wrong: original[name] } : told[name];
      return runTold(run, { told: model, set, sleepUntil: (at) => clock.sleepUntil(at, run.signal) });
    },
    async reportProgress(submissionId, images) {
      clock.run(() => real.reportProgress(submissionId, images));
    },
    inTurn,
    permutation: (images) => Uint32Array.from({ length: images }, (_, i) => i),
    sleepUntil: (time, signal) => clock.sleepUntil(time, signal),
    async releaseDue(team) {
      await releaseDue({ ctx, input: team, random: noNoise });
    },
  };
  return { ...effects, ...world.change?.(effects, world) };
}
