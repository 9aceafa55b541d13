import { beforeEach, expect, test, vi } from "vitest";
import type { Interruption } from "@/workers/model-run/interruption";
import { remainingWork } from "@/workers/model-run/remaining-work";
import { runPastFaults } from "@/workers/model-run/run-past-faults";
import { beginShardRun, type ShardRun } from "@/workers/model-run/shard-run";

vi.mock("@/workers/model-run/shard-run", () => ({ beginShardRun: vi.fn() }));

const crashed: Interruption = {
  ending: { kind: "exit", code: null, signal: "SIGFPE", said: "" },
  ours: false,
  loading: false,
  allowedMs: 0,
  unanswered: [{ start: 0, count: 1 }],
};
const notLoaded: Interruption = { ...crashed, loading: true, unanswered: [] };

let children: number;
beforeEach(() => void (children = 0));

/** A run whose children end as told, one after the other, the last of them again and again. */
function childrenThat(...endings: (Interruption | null)[]) {
  vi.mocked(beginShardRun).mockReturnValue({
    work: remainingWork(1000, 1),
    allowance: { totalMs: 1000, chunkMs: 100 },
    taken: () => ({ answered: 0, cpuMs: 7, batch: 1, machine: { onMs: 7, waitingMs: 0 }, largestChunkMs: 7 }),
    child: async () => endings[Math.min(children++, endings.length - 1)],
    close() {},
  } as unknown as ReturnType<typeof beginShardRun>);
}

const given = { quiet: true } as ShardRun;

test("a first child that cannot load the model is our fault: nothing was read", async () => {
  childrenThat(notLoaded);
  await expect(runPastFaults(given)).rejects.toThrow("did not start");
});

test("a child that cannot load the model after an image killed the one before is no fault that anybody sees", async () => {
  childrenThat(crashed, notLoaded, null);
  expect(await runPastFaults(given)).toMatchObject({ restarts: 2, lost: 1, forfeited: null, cpuMs: 7 });
});

test("children that never load again cost every image, in the end", async () => {
  childrenThat(crashed, notLoaded);
  expect(await runPastFaults(given)).toMatchObject({ forfeited: "lost", restarts: 42 });
  expect(children).toBe(43);
});

test("twenty images may be lost; one more and all are, so that it does not matter which come first", async () => {
  const times = (count: number) => Array.from({ length: count }, () => crashed);
  childrenThat(...times(20), null);
  expect(await runPastFaults(given)).toMatchObject({ lost: 20, forfeited: null });
  children = 0;
  childrenThat(...times(21), null);
  expect(await runPastFaults(given)).toMatchObject({ lost: 21, forfeited: "lost" });
});

test("a chunk that takes too long is tried image by image, and only one that does so alone is lost", async () => {
  const slow = { ...crashed, ending: { kind: "time", of: "step" } } as const;
  childrenThat(
    { ...slow, unanswered: [{ start: 3, count: 4 }] },
    { ...slow, unanswered: [{ start: 5, count: 1 }] },
    null,
  );
  expect(await runPastFaults(given)).toMatchObject({ lost: 1, restarts: 2, forfeited: null });
});

test("a model that uses up the time of all images forfeits them, whether it is caught meanwhile or in the end", async () => {
  childrenThat({ ...crashed, ending: { kind: "time", of: "all" } });
  expect(await runPastFaults(given)).toMatchObject({ forfeited: "time", restarts: 0 });
  childrenThat(null);
  vi.mocked(beginShardRun).mockReturnValue({
    ...vi.mocked(beginShardRun)(given),
    taken: () => ({
      answered: 10,
      cpuMs: 1001,
      batch: 1,
      machine: { onMs: 7, waitingMs: 0 },
      largestChunkMs: 7,
    }),
  });
  expect(await runPastFaults(given)).toMatchObject({ forfeited: "time" });
});
