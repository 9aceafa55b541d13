import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { isAlive } from "@/db/embedded/is-alive";
import { repository } from "@/server/cli/processes/repository";
import { runChild } from "@/server/cli/processes/run-child";
import { folderTest } from "../../../fixtures/folder-test";

const test = folderTest
  .extend("script", ({ folder }) => async (code: string) => {
    const path = join(folder, "child.mjs");
    await writeFile(path, code);
    return { name: "child", arguments: [path], environment: { OUT: join(folder, "out") } };
  })
  .extend("written", ({ folder }) => async () => {
    for (;;) {
      const text = await readFile(join(folder, "out"), "utf8").catch(() => "");
      if (text !== "") return text;
      await sleep(10);
    }
  });

const sayReady = `import { writeFileSync } from "node:fs";
  const say = (text) => writeFileSync(process.env.OUT, text);`;

test("a child knows the settings it was given and no other", async ({ script, written }) => {
  process.env.DATABASE_URL = "postgres://owner:secret@db/rung";
  try {
    const child = runChild(await script(`${sayReady} say(Object.keys(process.env).join())`));
    await child.ended;
    expect((await written()).split(",").filter((name) => !name.startsWith("NODE_CHANNEL"))).toEqual(["OUT"]);
  } finally {
    delete process.env.DATABASE_URL;
  }
});

test("a child that ignores SIGTERM is gone after the grace, with what it started", async ({
  script,
  written,
}) => {
  const child = runChild(
    await script(`${sayReady} import { spawn } from "node:child_process";
      process.on("SIGTERM", () => {});
      const own = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
      say(String(own.pid));
      setInterval(() => {}, 1000);`),
  );
  const grandchild = Number(await written());
  await child.stop(100);
  expect(isAlive(child.pid)).toBe(false);
  for (let tries = 0; isAlive(grandchild) && tries < 100; tries++) await sleep(10);
  expect(isAlive(grandchild)).toBe(false);
});

test("a child ends when whoever started it is killed, even by SIGKILL", async ({
  folder,
  script,
  written,
}) => {
  const { arguments: words } = await script(
    `${sayReady} say(String(process.pid)); setInterval(() => {}, 1000);`,
  );
  const parent = join(folder, "parent.ts");
  const preload = join(repository, "server/cli/processes/end-with-parent.mjs");
  await writeFile(
    parent,
    `import { runChild } from "${join(repository, "server/cli/processes/run-child")}";
     const child = ["--import", ${JSON.stringify(preload)}, ...${JSON.stringify(words)}];
     runChild({ name: "child", arguments: child, environment: { OUT: process.env.OUT! } });`,
  );
  const starter = spawn(process.execPath, ["--import", "tsx", parent], {
    cwd: repository,
    env: { ...process.env, OUT: join(folder, "out") },
  });
  const child = Number(await written());
  starter.kill("SIGKILL");
  await once(starter, "exit");
  for (let tries = 0; isAlive(child) && tries < 300; tries++) await sleep(10);
  expect(isAlive(child)).toBe(false);
}, 20_000);
