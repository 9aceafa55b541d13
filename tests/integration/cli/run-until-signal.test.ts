import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { describe, expect } from "vitest";
import { siteTest } from "../../fixtures/site-test";

/** Starts a program and resolves once a line on its standard error matches. */
const test = siteTest.extend("startUntil", async ({}, { onCleanup }) => {
  const children: ChildProcess[] = [];
  onCleanup(() => {
    for (const child of children) child.kill("SIGKILL");
  });
  return async (words: RegExp, program: string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...program], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    children.push(child);
    for await (const line of createInterface({ input: child.stderr })) if (words.test(line)) break;
    child.stderr.resume();
    return child;
  };
});

async function exitCodeAfter(child: ChildProcess, signal: NodeJS.Signals) {
  child.kill(signal);
  return await once(child, "exit", { signal: AbortSignal.timeout(30_000) });
}

describe.each(["SIGTERM", "SIGINT"] as const)("after %s", (signal) => {
  test("`rung worker` ends with 0", async ({ site, startUntil }) => {
    const { workerUrl } = site.database;
    const settings = { WORKER_DATABASE_URL: workerUrl, RUNG_DATA_DIR: site.dataDir };
    const child = await startUntil(/waiting for submissions/, ["server/cli/main.ts", "worker"], settings);
    expect(await exitCodeAfter(child, signal)).toEqual([0, null]);
  });

  test("a command ends with 0 although its child, as Next's server does, ends with 143", async ({
    startUntil,
  }) => {
    const script =
      "process.on('SIGTERM', () => process.exit(143)); setInterval(() => {}, 1000); console.log('up')";
    const child = await startUntil(/up/, ["tests/fixtures/run-until-signal.ts", script]);
    expect(await exitCodeAfter(child, signal)).toEqual([0, null]);
  });
});

test.for([
  ["process.exit(3)", 3],
  ["process.kill(process.pid, 'SIGKILL')", 1],
] as const)(
  "a child that ends by itself (%s) ends the command with %i",
  async ([script, code], { startUntil }) => {
    const child = await startUntil(/$/, [
      "tests/fixtures/run-until-signal.ts",
      `console.log('up'); ${script}`,
    ]);
    if (child.exitCode === null) await once(child, "exit");
    expect(child.exitCode).toBe(code);
  },
);
