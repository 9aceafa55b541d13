import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, open, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Upload } from "tus-js-client";

const megabytes = 500;

/** A 500 MB file through the real site: MB/s on loopback beside writing it to the disk, and the most memory that the site took. */
export async function benchUpload(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "rung-bench-upload-"));
  const file = join(dataDir, "large.bin");
  const environment = { ...process.env, RUNG_DATA_DIR: dataDir, PORT: "0" };
  const site = spawn(process.execPath, ["--import", "tsx", "server/cli/main.ts", "start"], {
    env: { ...environment, PORT: "3917" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const [line] = (await once(site.stdout, "data")) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    const made = spawnSync(
      process.execPath,
      ["--import", "tsx", "server/cli/main.ts", "token", "create", "--user", "bench"],
      {
        env: environment,
      },
    );
    const { token } = JSON.parse(made.stdout.toString()) as { token: string };
    const written = await writeFile(file);
    const sent = await send(file, `${url}/api/v1/uploads`, token);
    const peak = await peakMemory(site.pid!);
    console.log(
      `upload of ${megabytes} MB: ${(megabytes / sent).toFixed(0)} MB/s; plain write to the same disk: ${(megabytes / written).toFixed(0)} MB/s`,
    );
    console.log(`most resident memory of the site's process meanwhile: ${peak.toFixed(0)} MB`);
  } finally {
    site.kill("SIGTERM");
    await once(site, "exit");
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** @returns seconds */
async function writeFile(path: string): Promise<number> {
  const chunk = randomBytes(1 << 20);
  const started = performance.now();
  const handle = await open(path, "w");
  for (let i = 0; i < megabytes; i++) await handle.write(chunk);
  await handle.sync();
  await handle.close();
  return (performance.now() - started) / 1000;
}

/** @returns seconds */
async function send(path: string, endpoint: string, token: string): Promise<number> {
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    new Upload(createReadStream(path), {
      endpoint,
      uploadSize: megabytes << 20,
      headers: { authorization: `Bearer ${token}` },
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
  return (performance.now() - started) / 1000;
}

/** The largest VmHWM, in MB, of the site among the descendants of `start`. */
async function peakMemory(startPid: number): Promise<number> {
  let peak = 0;
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const status = await readFile(`/proc/${entry}/status`, "utf8").catch(() => "");
    const command = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    const isOurs = Number(/PPid:\s+(\d+)/.exec(status)?.[1]) === startPid && /next/.test(command);
    if (isOurs) peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
  }
  return peak;
}
