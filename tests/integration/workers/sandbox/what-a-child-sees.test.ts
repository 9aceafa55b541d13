import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { launch, type Sandbox, stop } from "@/workers/sandbox/launch";
import { workingSandboxes } from "./working-sandboxes";

const folder = mkdtempSync(join(tmpdir(), "rung-child-"));
afterAll(() => rmSync(folder, { recursive: true }));
const labels = join(folder, "labels.npy");
const model = join(folder, "model.onnx");
writeFileSync(labels, "secret");
writeFileSync(model, "the model");

const sandboxes = await workingSandboxes(folder);

test("this machine has a sandbox to try", () => {
  expect(sandboxes).not.toEqual([]);
});

const start = (sandbox: Sandbox, program: string) =>
  launch({
    sandbox,
    limits: { addressSpaceBytes: 4 * 2 ** 30, cpuSeconds: 20 },
    provider: "cpu",
    model,
    argv: ["-e", program],
  });

/** Evaluates an expression inside; an exception becomes its code. */
async function inside(sandbox: Sandbox, expression: string): Promise<unknown> {
  const child = start(
    sandbox,
    `const fs = require("fs");
     const answer = (value) => fs.writeSync(1, JSON.stringify({ value }) + "\\n");
     (async () => (${expression}))().then(answer, (error) => answer(error.code ?? String(error)));`,
  );
  let said = "";
  let errors = "";
  child.stdout!.on("data", (part: Buffer) => (said += part.toString()));
  child.stderr!.on("data", (part: Buffer) => (errors += part.toString()));
  await once(child, "close");
  if (!said) throw new Error(errors);
  return (JSON.parse(said) as { value: unknown }).value;
}

function processesWith(marker: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(marker);
      } catch {
        return false;
      }
    });
}

async function untilGone(marker: string) {
  for (let i = 0; i < 100 && processesWith(marker).length > 0; i += 1) await pause(50);
  expect(processesWith(marker)).toEqual([]);
}

describe.each(sandboxes)("inside $kind", (sandbox) => {
  test("the model is there and can be read", async () => {
    expect(await inside(sandbox, `fs.readFileSync("/model.onnx", "utf8")`)).toBe("the model");
  });

  test("no other file of the machine is: labels, passwords, processes, the checkout, the model's neighbours", async () => {
    const hidden = [
      labels,
      model,
      "/etc/passwd",
      "/proc/self/environ",
      "/proc/1",
      resolve("package.json"),
      "/dev/sda",
      "/sys",
    ];
    const seen = await inside(
      sandbox,
      `${JSON.stringify(hidden)}.map((path) => { try { fs.statSync(path); return path } catch (error) { return error.code } })`,
    );
    expect(seen).toEqual(hidden.map(() => "ENOENT"));
  });

  test("the working folder is empty, and nothing can be written anywhere", async () => {
    expect(await inside(sandbox, `[process.cwd(), ...fs.readdirSync(".")]`)).toEqual(["/work"]);
    const places = ["/work/x", "/x", "/tmp/x", "/runtime/x", "/model.onnx", "/runtime/child.cjs"];
    const written = await inside(
      sandbox,
      `${JSON.stringify(places)}.filter((path) => { try { fs.writeFileSync(path, "x"); return true } catch { return false } })`,
    );
    expect(written).toEqual([]);
    expect(readFileSync(model, "utf8")).toBe("the model");
  });

  test("the environment says nothing about the machine", async () => {
    process.env.RUNG_SECRET_OF_TEST = "secret";
    expect(await inside(sandbox, "Object.keys(process.env).sort()")).toEqual(
      expect.not.arrayContaining(["RUNG_SECRET_OF_TEST", "PATH", "HOME"]),
    );
    delete process.env.RUNG_SECRET_OF_TEST;
  });

  test("there is no network, not even to this machine's own", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    let connections = 0;
    server.on("connection", () => (connections += 1));
    const { port } = server.address() as { port: number };
    const outcome = await inside(
      sandbox,
      `new Promise((done) => require("net").connect(${port}, "127.0.0.1", () => done("connected")).on("error", (e) => done(e.code ?? "error")))`,
    );
    server.close();
    expect(outcome).not.toBe("connected");
    expect(connections).toBe(0);
  });

  test("it is nobody, in a world of its own processes", async () => {
    const ids = "[process.getuid(), process.getgid(), process.pid]";
    const [user, group, number] = (await inside(sandbox, ids)) as number[];
    expect(number).toBeLessThan(5);
    expect(group).toBe(user);
    if (sandbox.user === "own") expect(user).toBe(65534);
    else expect(user).toBeGreaterThanOrEqual(65520);
    expect(await inside(sandbox, `process.kill(${process.pid}, 0)`)).toMatch(/ESRCH|EPERM/);
  });

  test("memory above its limit is refused by the kernel", async () => {
    expect(await inside(sandbox, "new Float64Array(8e8).length")).toMatch(/RangeError|ERR/);
  });

  test("where memory runs short the kernel ends it first, not the worker", async () => {
    const marker = randomUUID();
    const child = start(sandbox, `console.log("${marker}"); for (;;);`);
    await once(child.stdout!, "data");
    const scores = processesWith(marker).map((pid) =>
      readFileSync(`/proc/${pid}/oom_score_adj`, "utf8").trim(),
    );
    stop(child);
    expect(new Set(scores)).toEqual(new Set(["1000"]));
    expect(readFileSync("/proc/self/oom_score_adj", "utf8").trim()).not.toBe("1000");
  });

  test("stopping it ends everything that it started", async () => {
    const marker = randomUUID();
    const child = start(sandbox, `console.log("${marker}"); for (;;);`);
    await once(child.stdout!, "data");
    stop(child);
    await untilGone(marker);
  });

  test("it dies with the worker, even when that is killed without a word", async () => {
    const marker = randomUUID();
    const program = `console.log("${marker}"); for (;;);`;
    const args = [
      "--import",
      "tsx",
      resolve("tests/fixtures/hold-a-sandbox.ts"),
      sandbox.kind,
      folder,
      program,
    ];
    const worker = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    await once(worker.stdout, "data");
    worker.kill("SIGKILL");
    await untilGone(marker);
  });
});

describe.each(sandboxes.filter(({ filter }) => filter !== null))(
  "with the filter of system calls, $kind",
  (sandbox) => {
    test("no process can be started and no socket opened", async () => {
      const spawned = await inside(
        sandbox,
        `require("child_process").spawnSync(process.execPath, ["--version"]).error?.code ?? "ran"`,
      );
      expect(spawned).toBe("EPERM");
    });
  },
);
