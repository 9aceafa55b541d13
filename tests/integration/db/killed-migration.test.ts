import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { expect } from "vitest";
import { findPostmaster } from "@/db/embedded/find-postmaster";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { seededRandom } from "@/server/statistics/seeded-random";
import { sharedFolderTest } from "../../fixtures/shared-folder-test";
import { schemaOf } from "./schema-of";

/** A server that tests may kill, and that is there again for the next. */
const test = sharedFolderTest
  .extend("server", { scope: "file" }, ({ folder: dataDir }, { onCleanup }) => {
    let current: EmbeddedPostgres | undefined;
    onCleanup(async () => await current?.stop());
    return async () => {
      current = await startEmbeddedPostgres({ dataDir, log: () => {}, settings: { fsync: "off" } });
      return current;
    };
  })
  .extend("emptyDatabase", { scope: "file" }, ({ server }) => async (name: string) => {
    const { ownerUrl } = await server();
    const sql = postgres(ownerUrl, { max: 1 });
    await sql.unsafe(`create database ${name}`);
    await sql.end();
    return Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).toString();
  })
  /** `rung migrate` as a process of its own. */
  .extend("migrate", { scope: "file" }, ({ folder }) => (url: string): ChildProcess => {
    return spawn(process.execPath, ["--import", "tsx", "server/cli/main.ts", "migrate"], {
      stdio: "ignore",
      env: { ...process.env, DATABASE_URL: url, RUNG_DATA_DIR: join(folder, "settings") },
    });
  })
  .extend("whole", { scope: "file" }, async ({ emptyDatabase, migrate }) => {
    const url = await emptyDatabase("undisturbed");
    expect(await codeOf(migrate(url))).toBe(0);
    const schema = await schemaOf(url);
    for (const lines of Object.values(schema)) expect(lines).not.toEqual([]);
    return schema;
  });

const codeOf = async (child: ChildProcess) => (await once(child, "exit"))[0] as number | null;

/** Waits for the first connection of a migration, which is when it begins. */
async function begun(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  const others = async () => {
    const [row] = await sql`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    return row!.n as number;
  };
  while ((await others()) === 0) await sleep(5);
  await sql.end();
}

test("a migration killed at any moment, with its server or without, is completed by the next: the whole schema, and the same rights", async ({
  folder,
  emptyDatabase,
  migrate,
  whole,
  server,
}) => {
  const random = seededRandom(7);
  for (let round = 0; round < 4; round += 1) {
    const url = await emptyDatabase(`killed_${round}`);
    const child = migrate(url);
    const gone = codeOf(child);
    await Promise.race([begun(url), gone]);
    await sleep(random.fraction() * 900);
    child.kill("SIGKILL");
    if (round % 2 === 1) {
      const postmaster = await findPostmaster(join(folder, "postgres", "cluster"));
      process.kill(postmaster!.pid, "SIGKILL");
      await server();
    }
    await gone;
    expect(await codeOf(migrate(url))).toBe(0);
    expect(await schemaOf(url)).toEqual(whole);
  }
});

test("of two migrations at once one is killed, and the other leaves the whole schema", async ({
  emptyDatabase,
  migrate,
  whole,
}) => {
  const url = await emptyDatabase("two_at_once");
  const [one, other] = [migrate(url), migrate(url)];
  const [gone, ended] = [codeOf(one), codeOf(other)];
  await begun(url);
  await sleep(200);
  one.kill("SIGKILL");
  await gone;
  expect(await ended).toBe(0);
  expect(await schemaOf(url)).toEqual(whole);
});
