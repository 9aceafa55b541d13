import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Trend, TrendModel, TrendOptions } from "../../statistics/trend";

/** A process for bootstraps, one fit at a time. */
export interface FitChild {
  fit(models: readonly TrendModel[], options: TrendOptions): Promise<Trend>;
  close(): void;
}

/**
 * Started at the first fit: a worker that releases scores at fixed times must not block for seconds. It ends at `close`, and with
 * its parent.
 */
export function openFitChild(): FitChild {
  let child: ChildProcess | null = null;
  return {
    fit(models, options) {
      child ??= start();
      return ask(child, { models, options });
    },
    close() {
      if (child?.connected) child.disconnect();
    },
  };
}

function start(): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return fork(fileURLToPath(new URL("fit-child.ts", import.meta.url)), {
    execArgv: ["--import", loader],
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function ask(child: ChildProcess, question: object): Promise<Trend> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("the process that computes fits ended"));
    child.once("error", reject);
    child.once("exit", ended);
    child.once("message", (answer) => {
      child.off("error", reject);
      child.off("exit", ended);
      resolve(answer as Trend);
    });
    child.send(question);
  });
}
