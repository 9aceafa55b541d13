import { expect, test } from "vitest";
import { biasCsv } from "@/app/guard/_lab/bias-csv";
import { defaultFields } from "@/app/guard/_lab/fields/lab-fields";
import { parseFields } from "@/app/guard/_lab/fields/parse-fields";
import { resultSummary } from "@/app/guard/_lab/result-summary";
import { type PlannedRun, planRuns } from "@/app/guard/_lab/runs/plan-runs";
import { runInWorkers, type WorkerListener } from "@/app/guard/_lab/runs/run-in-workers";
import { notStarted, type RunResult, shareDone, withProgress } from "@/app/guard/_lab/runs/run-results";

const plan = planRuns(parseFields({ ...defaultFields, policies: "exact,rounded,gated" }).settings!);
const at = (mean: number, sd = 0) => [{ submissions: 700, mean, sd }];

/** Workers that do nothing until told what to have reported. */
function openPretenders() {
  const workers: { listener: WorkerListener; sent: PlannedRun[]; closed: boolean }[] = [];
  const openWorker = (listener: WorkerListener) => {
    const worker = { listener, sent: [] as PlannedRun[], closed: false };
    workers.push(worker);
    return {
      send: (run: PlannedRun) => void worker.sent.push(run),
      close: () => {
        worker.closed = true;
      },
    };
  };
  return { workers, openWorker };
}

function listen() {
  const heard = { results: [] as RunResult[], ends: 0, failures: 0 };
  const tell = {
    result: (result: RunResult) => void heard.results.push(result),
    end: () => {
      heard.ends += 1;
    },
    failure: () => {
      heard.failures += 1;
    },
  };
  return { heard, tell };
}

test("every run is sent once, one at a time to each worker, and the end is told once", () => {
  const { workers, openWorker } = openPretenders();
  const { heard, tell } = listen();
  runInWorkers(plan, tell, { workers: 2, openWorker });
  expect(workers.map(({ sent }) => sent.length)).toEqual([1, 1]);
  workers[1]!.listener.progress({ done: 1, of: 2, bias: [] });
  expect(workers[1]!.sent).toHaveLength(1);
  workers[1]!.listener.progress({ done: 2, of: 2, bias: at(0.1) });
  expect(workers.flatMap(({ sent }) => sent.map(({ key }) => key))).toEqual(["exact", "rounded", "gated"]);
  workers[1]!.listener.progress({ done: 2, of: 2, bias: at(0.01) });
  expect([heard.ends, workers[1]!.closed]).toEqual([0, true]);
  workers[0]!.listener.progress({ done: 2, of: 2, bias: at(0.1) });
  expect([heard.ends, workers[0]!.closed]).toEqual([1, true]);
  expect(heard.results.map(({ run }) => run.key)).toEqual(["rounded", "rounded", "gated", "exact"]);
});

test("after a stop all workers are closed and nothing more is told", () => {
  const { workers, openWorker } = openPretenders();
  const { heard, tell } = listen();
  const stop = runInWorkers(plan, tell, { workers: 2, openWorker });
  stop();
  workers[0]!.listener.progress({ done: 8, of: 8, bias: at(0.1) });
  expect(workers.every(({ closed }) => closed)).toBe(true);
  expect(heard).toEqual({ results: [], ends: 0, failures: 0 });
});

test("one worker's failure stops all and is told once", () => {
  const { workers, openWorker } = openPretenders();
  const { heard, tell } = listen();
  runInWorkers(plan, tell, { workers: 3, openWorker });
  workers[0]!.listener.failure();
  workers[1]!.listener.failure();
  expect([heard.failures, workers.every(({ closed }) => closed)]).toEqual([1, true]);
});

test("the attacker's own trials are progress but no repetitions", () => {
  const run = { ...plan[0]!, repetitions: 8 };
  expect(withProgress(run, { done: 90, of: 108, bias: [] }).repetitions).toBe(0);
  expect(withProgress(run, { done: 103, of: 108, bias: at(0.1) }).repetitions).toBe(3);
  expect(shareDone([withProgress(run, { done: 54, of: 108, bias: [] }), notStarted(run)])).toBe(0.25);
});

const seen = (means: number[], sd = 0.001) =>
  resultSummary(plan.map((run, i) => ({ run, done: 8, of: 8, repetitions: 8, bias: at(means[i]!, sd) })));

test("the sentence names the worst policy and the default, and says what chance explains", () => {
  expect(seen([0.094, 0.104, 0.0065])).toBe(
    "After 700 submissions, the score under “Rounded” is 10.4 points above the truth, under the default 0.7.",
  );
  expect(seen([0.094, 0.05, -0.001], 0.011)).toMatch(
    /under the default −0\.1, which chance alone could explain\.$/,
  );
  expect(resultSummary(plan.map(notStarted))).toBe("");
});

test("the CSV has a row for each policy and number of submissions, and quotes what needs it", () => {
  const [run] = plan;
  const bias = [{ submissions: 10, mean: 0.01, sd: 0.002 }, ...at(0.094, 0.006)];
  const lines = biasCsv([{ run: run!, done: 8, of: 8, repetitions: 8, bias }]).split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(
    /^Exact,"\{""kind"":""exact""\}",boosting,4000,2,1,1,false,1,8,700,9\.4000,0\.6000,\d+\.\d{4}$/,
  );
});
