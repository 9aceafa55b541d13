import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { expect } from "vitest";
import { findPostmaster } from "@/db/embedded/find-postmaster";
import { openDatabaseAddresses } from "@/server/cli/database-addresses";
import { superviseDatabase } from "@/server/cli/processes/supervise-database";
import { parseEnvironment } from "@/server/env";
import { freshDatabase } from "../../factories/fresh-database";
import { folderTest } from "../../fixtures/folder-test";

const silent = () => {};

const test = folderTest
  .extend("environment", ({ folder }) => parseEnvironment({ RUNG_DATA_DIR: folder }))
  .extend("postmaster", { auto: true }, ({ folder }, { onCleanup }) => {
    const postmaster = () => findPostmaster(join(folder, "postgres", "cluster"));
    onCleanup(async () => {
      const left = await postmaster();
      if (left !== undefined) process.kill(left.pid, "SIGKILL");
    });
    return postmaster;
  });

async function roleBehind(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql<{ role: string }[]>`select current_user as role`;
    return row!.role;
  } finally {
    await sql.end();
  }
}

test("a database that is killed while the site runs comes back at the same addresses", async ({
  environment,
  postmaster,
}) => {
  const lines: string[] = [];
  const database = await superviseDatabase(environment, (line) => lines.push(line));
  const address = database.addressOf("web");
  process.kill((await postmaster())!.pid, "SIGKILL");
  while (!lines.includes("the database went away; restarting it")) await sleep(50);
  await expect.poll(() => roleBehind(address).catch(() => "nobody"), { timeout: 60_000 }).toBe("rung_web");
  await database.close();
  expect(await postmaster()).toBeUndefined();
});

test("a database that cannot come back yet is tried again until it can, and the reason is said each time", async ({
  folder,
  environment,
  postmaster,
}) => {
  const lines: string[] = [];
  const database = await superviseDatabase(environment, (line) => lines.push(line));
  const address = database.addressOf("web");
  const settings = join(folder, "postgres", "cluster", "postgresql.conf");
  const good = await readFile(settings, "utf8");
  await writeFile(settings, `${good}\nshared_buffers = nonsense\n`);
  process.kill((await postmaster())!.pid, "SIGKILL");
  const tries = () => lines.filter((line) => line.startsWith("the database did not come back")).length;
  await expect.poll(tries, { timeout: 60_000 }).toBeGreaterThan(1);
  await writeFile(settings, good);
  await expect.poll(() => roleBehind(address).catch(() => "nobody"), { timeout: 60_000 }).toBe("rung_web");
  await database.close();
  expect(await postmaster()).toBeUndefined();
});

test("a second site on the same data folder is refused, a command beside the site is not", async ({
  environment,
  postmaster,
}) => {
  const site = await superviseDatabase(environment, silent);
  await expect(superviseDatabase(environment, silent)).rejects.toThrow(/A site is already running/);
  const command = await openDatabaseAddresses(environment, silent);
  expect(await roleBehind(command.addressOf("worker"))).toBe("rung_worker");
  await command.close();
  expect(await roleBehind(site.addressOf("web"))).toBe("rung_web");
  await site.close();
  expect(await postmaster()).toBeUndefined();
});

test("a database that the settings name is migrated, and no other one is started", async ({
  folder,
  postmaster,
}) => {
  const elsewhere = await freshDatabase();
  const { ownerUrl: DATABASE_URL, workerUrl: WORKER_DATABASE_URL } = elsewhere;
  const { webUrl: WEB_DATABASE_URL, auditUrl: AUDIT_DATABASE_URL } = elsewhere;
  const given = { DATABASE_URL, WORKER_DATABASE_URL, WEB_DATABASE_URL, AUDIT_DATABASE_URL };
  const database = await superviseDatabase(parseEnvironment({ ...given, RUNG_DATA_DIR: folder }), silent);
  expect(database.addressOf("web")).toBe(WEB_DATABASE_URL);
  expect(await roleBehind(WEB_DATABASE_URL)).toBe("rung_web");
  await database.close();
  expect(await postmaster()).toBeUndefined();
  await elsewhere.drop();
});

test("a role that the settings leave out is asked for by its setting's name", async ({ folder }) => {
  const named = await openDatabaseAddresses(
    parseEnvironment({ WORKER_DATABASE_URL: "postgres://w:x@db/rung", RUNG_DATA_DIR: folder }),
    silent,
  );
  expect(() => named.addressOf("web")).toThrow(/WEB_DATABASE_URL is not set/);
});
