import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ComputedFit, FitQuestion } from "./compute-fit";

/** A process for bootstraps, one fit at a time. */
export interface FitChild {
  fit(question: FitQuestion): Promise<ComputedFit>;
  close(): void;
}

/**
 * Started at the first fit: a worker that releases scores at fixed times must not block for seconds. It ends at `close`, and with
 * its parent.
 */
export function openFitChild(): FitChild {
  let child: ChildProcess | null = null;
  return {
    fit(question) {
      child ??= start();
      return ask(child, question);
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
    // Bit vectors of many images go through unchanged.
    serialization: "advanced",
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function ask(child: ChildProcess, question: FitQuestion): Promise<ComputedFit> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("the process that computes fits ended"));
    child.once("error", reject);
    child.once("exit", ended);
    child.once("message", (answer) => {
      child.off("error", reject);
      child.off("exit", ended);
      resolve(answer as ComputedFit);
    });
    child.send(question);
  });
}
