import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { processorUse } from "@/workers/model-run/processor-use";

const withoutProc = !existsSync("/proc/self/stat") && "this system has no /proc";
if (withoutProc) console.warn(`skipped: ${withoutProc}`);

const BUSY = `while (process.cpuUsage().user < 4e5) for (let i = 0; i < 1e6; i += 1); console.log("done"); setInterval(() => {}, 1000)`;
const PARENT = `require("child_process").spawn(process.execPath, ["-e", process.argv[1]], { stdio: "inherit" }); setInterval(() => {}, 1000)`;

test.skipIf(withoutProc)(
  "a process counts with its descendants, sleeps when all of them do, and counts nothing when gone",
  async () => {
    const parent = spawn(process.execPath, ["-e", PARENT, BUSY], { detached: true });
    await once(parent.stdout, "data");
    const use = processorUse(parent.pid!);
    for (let look = 0; look < 100 && !processorUse(parent.pid!).asleep; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(processorUse(parent.pid!).asleep).toBe(true);
    process.kill(-parent.pid!, "SIGKILL");
    await once(parent, "close");
    expect(use.cpuMs).toBeGreaterThanOrEqual(390);
    expect(use.cpuMs).toBeLessThan(10_000);
    expect(use.waitingMs).toBeGreaterThanOrEqual(0);
    expect(processorUse(parent.pid!)).toEqual({ cpuMs: 0, onMs: 0, waitingMs: 0, asleep: false });
  },
);
