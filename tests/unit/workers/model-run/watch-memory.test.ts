import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { residentBytes, watchMemory } from "@/workers/model-run/watch-memory";

const withoutProc = !existsSync("/proc/self/status") && "this system has no /proc";
if (withoutProc) console.warn(`skipped: ${withoutProc}`);

const MIB = 2 ** 20;
const FILLED = `globalThis.kept = Buffer.alloc(${100 * MIB}, 1); console.log("full"); setInterval(() => {}, 1000)`;
const PARENT = `require("child_process").spawn(process.execPath, ["-e", process.argv[1]], { stdio: "inherit" })`;

test.skipIf(withoutProc)(
  "a process counts with its descendants, and one that is gone counts nothing",
  async () => {
    const parent = spawn(process.execPath, ["-e", PARENT, FILLED], { detached: true });
    await once(parent.stdout, "data");
    const bytes = residentBytes(parent.pid!);
    process.kill(-parent.pid!, "SIGKILL");
    await once(parent, "close");
    expect(bytes).toBeGreaterThan(100 * MIB);
    expect(bytes).toBeLessThan(600 * MIB);
    expect(residentBytes(parent.pid!)).toBe(0);
  },
);

test.skipIf(withoutProc)("the watcher speaks above its limit and not below", async () => {
  let below = 0;
  const stop = watchMemory(process.pid, 2 ** 50, () => (below += 1));
  await new Promise<void>((resolve) => {
    watchMemory(process.pid, 1, resolve);
  });
  expect(below).toBe(0);
  stop();
});
