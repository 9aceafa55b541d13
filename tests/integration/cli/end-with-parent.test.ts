import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const loaded = fileURLToPath(new URL("../../../server/cli/processes/end-with-parent.mjs", import.meta.url));

/** Starts a child as the site is started, prints its process id, and is killed so many ms later. */
const parent = `
  const { spawn } = require("node:child_process");
  const child = spawn(process.execPath, ["--import", ${JSON.stringify(loaded)}, "-e", "setInterval(() => {}, 1000)"], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    detached: true,
  });
  process.stdout.write(String(child.pid), () =>
    setTimeout(() => process.kill(process.pid, "SIGKILL"), Number(process.argv[1])),
  );`;

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.each([0, 20, 300])(
  "a program whose parent is killed %d ms after starting it ends, loaded or not, so that its port is free for the next",
  async (delay) => {
    const starter = spawn(process.execPath, ["-e", parent, String(delay)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [printed] = (await once(starter.stdout, "data")) as [Buffer];
    const child = Number(printed);
    try {
      await expect.poll(() => isAlive(child), { timeout: 30_000, interval: 50 }).toBe(false);
    } finally {
      if (isAlive(child)) process.kill(child, "SIGKILL");
    }
  },
);
