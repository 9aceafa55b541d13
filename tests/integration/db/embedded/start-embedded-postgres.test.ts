import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import postgres from "postgres";
import { expect } from "vitest";
import { findPostmaster } from "@/db/embedded/find-postmaster";
import { isAlive } from "@/db/embedded/is-alive";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { folderTest } from "../../../fixtures/folder-test";

interface Holder {
  child: ChildProcess;
  ownerUrl: string;
  port: number;
  adopted: boolean;
}

const holding = ["--import", "tsx", "tests/fixtures/hold-embedded-postgres.ts"];

const test = folderTest
  .extend("dataDir", async ({ folder: home }, { onCleanup }) => {
    await chmod(home, 0o700);
    const dataDir = join(home, ".rung");
    onCleanup(async () => {
      const left = await findPostmaster(join(dataDir, "postgres", "cluster"));
      if (left !== undefined) process.kill(left.pid, "SIGKILL");
    });
    return dataDir;
  })
  .extend(
    "postmaster",
    ({ dataDir }) =>
      () =>
        findPostmaster(join(dataDir, "postgres", "cluster")),
  )
  .extend(
    "open",
    ({ dataDir }) =>
      () =>
        startEmbeddedPostgres({ dataDir, log: () => {} }),
  )
  /** Another process that opens the database and holds it. */
  .extend("holder", ({ dataDir }) => async (): Promise<Holder> => {
    const child = spawn(process.execPath, [...holding, dataDir]);
    child.stderr.pipe(process.stderr);
    for await (const line of createInterface({ input: child.stdout })) return { child, ...JSON.parse(line) };
    throw new Error("The holder ended without opening the database.");
  });

async function query(ownerUrl: string, statement: string): Promise<unknown[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

async function kill(child: ChildProcess) {
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function letGo(child: ChildProcess) {
  child.stdin?.end();
  await once(child, "exit");
}

test("a second start finds what the first one stored, at the same port, behind a private home", async ({
  postmaster,
  open,
}) => {
  const first = await open();
  expect(first.adopted).toBe(false);
  await query(first.ownerUrl, "create table kept as select 42 as answer");
  await first.stop();
  expect(await postmaster()).toBeUndefined();

  const second = await open();
  expect(second.port).toBe(first.port);
  expect(await query(second.ownerUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
  await second.stop();
});

test("only the person can read the password, and nobody connects without it", async ({ dataDir, open }) => {
  const server = await open();
  const cluster = join(dataDir, "postgres", "cluster");
  expect((await stat(join(cluster, "rung-password"))).mode & 0o077).toBe(0);
  expect((await stat(join(dataDir, "postgres"))).mode & 0o077).toBe(0);
  const stranger = server.ownerUrl.replace(/:[0-9a-f]{48}@/, ":guess@");
  await expect(query(stranger, "select 1")).rejects.toThrow(/password authentication failed/);
  await server.stop();
});

test("nothing is given up in safety: fsync is on, and only loopback is listened to", async ({ open }) => {
  const server = await open();
  const rows = await query(
    server.ownerUrl,
    "select current_setting('fsync') as fsync, current_setting('listen_addresses') as listen",
  );
  expect(rows).toEqual([{ fsync: "on", listen: "127.0.0.1" }]);
  await server.stop();
});

test("a server that outlived its killed parent is adopted", async ({ postmaster, open, holder }) => {
  const killed = await holder();
  await query(killed.ownerUrl, "create table kept as select 42 as answer");
  await kill(killed.child);

  const next = await open();
  expect(next).toMatchObject({ adopted: true, port: killed.port });
  expect(await query(next.ownerUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
  await next.stop();
  expect(await postmaster()).toBeUndefined();
});

test("after kill -9 of the parent and the server what was committed is there", async ({
  postmaster,
  open,
  holder,
}) => {
  const killed = await holder();
  await query(killed.ownerUrl, "create table kept as select 42 as answer");
  const server = await postmaster();
  await kill(killed.child);
  process.kill(server!.pid, "SIGKILL");

  const next = await open();
  expect(next.adopted).toBe(false);
  expect(await query(next.ownerUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
  await next.stop();
});

test("a postmaster.pid that names some other living program is no obstacle", async ({ dataDir, open }) => {
  const first = await open();
  await first.stop();
  const path = join(dataDir, "postgres", "cluster", "postmaster.pid");
  await writeFile(path, `${process.pid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
  const second = await open();
  expect(second.adopted).toBe(false);
  expect(await readFile(path, "utf8")).not.toMatch(new RegExp(`^${process.pid}\n`));
  await second.stop();
});

test("of two first starts at once one makes the server and the other adopts it", async ({
  postmaster,
  holder,
}) => {
  const both = await Promise.all([holder(), holder()]);
  expect(both[0].port).toBe(both[1].port);
  expect(both.map((each) => each.adopted).toSorted()).toEqual([false, true]);
  await Promise.all(both.map(async (each) => await letGo(each.child)));
  expect(await postmaster()).toBeUndefined();
});

test("the last one to leave turns the server off, whoever started it", async ({
  postmaster,
  open,
  holder,
}) => {
  const starter = await holder();
  const guest = await open();
  await letGo(starter.child);
  expect(await query(guest.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  const { pid } = (await postmaster())!;
  await guest.stop();
  expect(isAlive(pid)).toBe(false);
});

test("a start that was killed while it made the database leaves nothing behind", async ({
  dataDir,
  open,
}) => {
  const child = spawn(process.execPath, [...holding, dataDir], { stdio: "pipe" });
  await once(child.stderr!, "data");
  await kill(child);
  const server = await open();
  expect(server.adopted).toBe(false);
  expect((await readdir(join(dataDir, "postgres"))).filter((name) => name.includes("draft"))).toEqual([]);
  await server.stop();
});

test("whoever holds the server is told when it goes away", async ({ postmaster, open }) => {
  const server = await open();
  process.kill((await postmaster())!.pid, "SIGKILL");
  await expect(server.lost).resolves.toBeUndefined();
});
