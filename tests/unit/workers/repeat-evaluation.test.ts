import { expect, test } from "vitest";
import { repeatEvaluation } from "@/workers/repeat-evaluation";
import { claim, claimedAt, claims, effectsThat, job, ran, readyAt } from "./evaluation-effects-that";

const free = { whenFree: async () => new AbortController().signal };
const neverFree = new Error("the slot is needed");

/** A slot that a team needs once, when `take` is called. */
function takenOnce() {
  const first = new AbortController();
  const signals = [first.signal, new AbortController().signal];
  return { take: () => first.abort(neverFree), slot: { whenFree: async () => signals.shift()! } };
}

test("a repeat runs the model as quietly, in an order of its own, and is recorded at the end of its window", async () => {
  const { effects, calls, runs } = effectsThat();
  await repeatEvaluation(effects, job, free);
  expect(runs).toEqual([
    expect.objectContaining({ quiet: true, order: Uint32Array.of(3, 2, 1, 0), losses: 20 }),
  ]);
  expect(calls).toEqual([
    `sleep until ${readyAt.toISOString()}`,
    `recordRepeat of 1 at ${readyAt.toISOString()}`,
  ]);
});

test("a repeat that is asked for no more does nothing", async () => {
  const { effects, calls } = effectsThat({ claimRepeat: claims() });
  await repeatEvaluation(effects, job, free);
  expect(calls).toEqual([]);
});

const later = new Date(claimedAt.getTime() + 7_000);
const again = { ...claim, claimedAt: later };
const laterEnd = new Date(later.getTime() + 10_000).toISOString();

test("a team that needs the slot ends a repeat, and one that was done and waited begins a window anew too: the end tells not which", async () => {
  const { take, slot } = takenOnce();
  const running = effectsThat({
    claimRepeat: claims(claim, again),
    runModel: async (_, { signal }) => {
      if (signal!.aborted) throw signal!.reason;
      if (running.runs.length === 0) {
        running.runs.push({} as never);
        take();
        throw signal!.reason;
      }
      return ran;
    },
    now: () => (running.runs.length === 0 ? claimedAt : later),
  });
  await repeatEvaluation(running.effects, job, slot);

  const other = takenOnce();
  const waiting = effectsThat({
    claimRepeat: claims(claim, again),
    sleepUntil: async (_, signal) => {
      other.take();
      signal.throwIfAborted();
    },
  });
  await repeatEvaluation(waiting.effects, job, other.slot);

  expect(waiting.runs).toHaveLength(1);
  expect(running.calls.at(-1)).toBe(`recordRepeat of 1 at ${laterEnd}`);
  expect(waiting.calls).toEqual([`recordRepeat of 1 at ${laterEnd}`]);
});

test("a worker that is told to stop gives a repeat up, for another to do", async () => {
  const stopping = new AbortController();
  const { effects, calls } = effectsThat({
    runModel: async (_, { signal }) => {
      stopping.abort(new Error("stop"));
      throw signal!.reason;
    },
  });
  await expect(repeatEvaluation(effects, { ...job, signal: stopping.signal }, free)).rejects.toThrow("stop");
  expect(calls).toEqual([]);
});

test("a fault of the machine is thrown, for the queue to repeat the job", async () => {
  const { effects } = effectsThat({ runModel: () => Promise.reject(new Error("disk")) });
  await expect(repeatEvaluation(effects, job, free)).rejects.toThrow("disk");
});
