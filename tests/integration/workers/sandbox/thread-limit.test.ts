import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { launch } from "@/workers/sandbox/launch";
import { PROCESSES } from "@/workers/sandbox/resource-limits";
import { workingSandboxes } from "./working-sandboxes";

const folder = mkdtempSync(join(tmpdir(), "rung-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));
const isRoot = process.getuid?.() === 0;
/** Those with a limit: see SECURITY.md. Of its filter's kind, bubblewrap has none. */
const limited = (await workingSandboxes(folder, ["unshare", "landlock"])).filter(
  ({ kind, user }) => user === "other" || (kind === "unshare" && !isRoot),
);

const STARTS_THREADS = `
const { Worker } = require("worker_threads");
const wait = "require('worker_threads').parentPort.on('message', () => {})";
const resourceLimits = { maxOldGenerationSizeMb: 2, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };
let running = 0;
try {
  for (; running < 160; running += 1) new Worker(wait, { eval: true, resourceLimits });
} catch {}
require("fs").writeSync(1, String(running));
process.exit();`;

test.skipIf(limited.length === 0).each(limited)(
  "in $kind threads above the limit are refused, whoever runs it",
  async (sandbox) => {
    const limits = { addressSpaceBytes: null, cpuSeconds: 60 };
    const child = launch({ sandbox, limits, provider: "cpu", argv: ["-e", STARTS_THREADS] });
    let said = "";
    child.stdout!.on("data", (part: Buffer) => (said += part.toString()));
    await once(child, "close");
    expect(Number(said)).toBeGreaterThan(20);
    expect(Number(said)).toBeLessThan(PROCESSES);
  },
);
