import { expect, test } from "vitest";
import type { RunningChild } from "@/server/cli/processes/run-child";
import { supervise } from "@/server/cli/processes/supervise";

type Ending = { code: number | null; signal: NodeJS.Signals | null };

/** A child that ends when told to. */
class StagedChild implements RunningChild {
  readonly pid = 1;
  stopped = false;
  die!: (ending: Ending) => void;
  readonly ended = new Promise<Ending>((resolve) => {
    this.die = resolve;
  });
  async stop() {
    this.stopped = true;
    this.die({ code: 0, signal: null });
  }
}

/** Supervision on a clock of our own. */
function stage() {
  const clock = { now: 0 };
  const children: StagedChild[] = [];
  const lines: string[] = [];
  const start = () => {
    const child = new StagedChild();
    children.push(child);
    return child;
  };
  const wait = async (ms: number) => void (clock.now += ms);
  const kept = supervise("worker", start, (line) => lines.push(line), { now: () => clock.now, wait });
  const killLast = async () => {
    children.at(-1)?.die({ code: null, signal: "SIGKILL" });
    await settle();
  };
  return { clock, children, lines, kept, killLast };
}

async function settle() {
  await new Promise((resolve) => setImmediate(resolve));
}

test("a child that dies is started again, ever later while it goes on dying", async () => {
  const { children, lines, killLast } = stage();
  for (let deaths = 0; deaths < 9; deaths++) await killLast();
  expect(children).toHaveLength(10);
  const delays = lines.map(
    (line) => /the worker ended \(SIGKILL\); restarting it in ([\d.]+) s/.exec(line)?.[1],
  );
  expect(delays).toEqual(["0.25", "0.5", "1", "2", "4", "8", "16", "30", "30"]);
});

test("one that was steady for a minute is started again at once", async () => {
  const { clock, lines, killLast } = stage();
  for (const age of [0, 0, 0, 61_000]) {
    clock.now += age;
    await killLast();
  }
  expect(lines.at(-1)).toMatch(/in 0.25 s$/);
});

test("one that was stopped stays stopped, without a word", async () => {
  const { children, lines, kept } = stage();
  await kept.stop(1000);
  await settle();
  expect(children).toEqual([expect.objectContaining({ stopped: true })]);
  expect(lines).toEqual([]);
});
