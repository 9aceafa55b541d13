import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { storageTest } from "./storage-test";
import { idOf, uploadClient } from "./upload-client";

const disk = mkdtempSync(join(tmpdir(), "rung-small-disk-"));
const mayMount = mount();

function mount(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

afterAll(async () => {
  if (mayMount) execFileSync("umount", [disk]);
  await rm(disk, { recursive: true, force: true });
});

const uploadsDir = join(disk, "models", "uploads");
mkdirSync(uploadsDir, { recursive: true });
const test = storageTest({ RUNG_MODELS_DIR: join(disk, "models"), RUNG_MIN_FREE_BYTES: "4000000" });

// A disk of 24 MiB takes root, who may mount one.
test.runIf(mayMount)(
  "what is to stay free of the disk does, whichever way models come",
  async ({ ada, bob, sendForm }) => {
    const [first, second] = [uploadClient(ada.token), uploadClient(bob.token)];
    const id = idOf(await first.begin(12e6));
    const beside = await second.begin(12e6);
    expect([beside.status, (await beside.json()).code]).toEqual([507, "disk_full"]);
    const form = await sendForm(bob, 12e6);
    expect([form.status, (await form.json()).code]).toEqual([507, "disk_full"]);
    expect((await first.send(id, 0, new Uint8Array(12e6))).status).toBe(204);
    expect((await second.begin(12e6)).status).toBe(507);
    expect((await sendForm(bob, 2e6)).status).toBe(422);
  },
);

test.runIf(mayMount)(
  "a disk that fills up under an upload or a form leaves nothing of it, and says so",
  async ({ site, sendForm }) => {
    const who = await site.person("unlucky");
    const client = uploadClient(who.token);
    const id = idOf(await client.begin(3e6));
    const filler = join(disk, "filler");
    await writeFile(filler, randomBytes(24 << 20)).catch(() => {});
    const before = await readdir(join(disk, "models"));
    const sent = await client.send(id, 0, randomBytes(3e6));
    expect([sent.status, (await sent.json()).code]).toEqual([507, "disk_full"]);
    expect([await readdir(uploadsDir), await readdir(join(disk, "models"))]).toEqual([[], before]);
    await rm(filler);

    const halfway = () => writeFile(filler, randomBytes(24 << 20)).catch(() => {});
    const form = await sendForm(who, 3e6, { halfway });
    expect([form.status, (await form.json()).code]).toEqual([507, "disk_full"]);
    expect([await readdir(uploadsDir), await readdir(join(disk, "models"))]).toEqual([[], before]);
    await rm(filler);
    expect((await client.begin(1e6)).status).toBe(201);
  },
);
