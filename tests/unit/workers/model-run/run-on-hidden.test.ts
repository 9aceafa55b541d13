import { beforeEach, expect, test, vi } from "vitest";
import { remainingWork } from "@/workers/model-run/remaining-work";
import { runOnHidden } from "@/workers/model-run/run-on-hidden";
import type { ShardEvaluation } from "@/workers/model-run/shard-evaluation";
import { beginShardRun, type Interruption } from "@/workers/model-run/shard-run";

vi.mock("@/workers/model-run/shard-run", () => ({ beginShardRun: vi.fn() }));

const crashed: Interruption = {
  ending: { kind: "exit", code: null, signal: "SIGFPE", said: "" },
  loading: false,
  late: false,
  patienceMs: 0,
  unanswered: [{ start: 0, count: 1 }],
};
const notLoaded: Interruption = { ...crashed, loading: true, unanswered: [] };

let children: number;
beforeEach(() => void (children = 0));

/** A run whose children end as told, one after the other, the last of them again and again. */
function childrenThat(...endings: (Interruption | null)[]) {
  vi.mocked(beginShardRun).mockReturnValue({
    work: remainingWork(10, () => 1),
    answered: () => 0,
    child: async () => endings[Math.min(children++, endings.length - 1)],
    close() {},
  } as unknown as ReturnType<typeof beginShardRun>);
}

const given = { quiet: true } as ShardEvaluation;

test("a first child that cannot load the model is our fault: nothing was read", async () => {
  childrenThat(notLoaded);
  await expect(runOnHidden(given)).rejects.toThrow("did not start");
});

test("a child that cannot load the model after an image killed the one before is no fault that anybody sees", async () => {
  childrenThat(crashed, notLoaded, null);
  expect(await runOnHidden(given)).toEqual({ answered: 0, restarts: 2 });
});

test("children that never load again leave the rest wrong, in the end", async () => {
  childrenThat(crashed, notLoaded);
  expect(await runOnHidden(given)).toEqual({ answered: 0, restarts: 40 });
  expect(children).toBe(41);
});
