import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { expect } from "vitest";
import * as schema from "@/db/schema";
import { sharedRate } from "@/server/web-process/shared-rate";
import { sharedSiteTest } from "../../fixtures/shared-site-test";

const test = sharedSiteTest
  /** Connections of a process of its own, by default under the web's role. */
  .extend("connect", ({ site }, { onCleanup }) => {
    const open: postgres.Sql[] = [];
    onCleanup(async () => void (await Promise.all(open.map((sql) => sql.end()))));
    return (url = site.database.webUrl) => {
      const sql = postgres(url, { max: 10 });
      open.push(sql);
      return sql;
    };
  })
  /** One web process, and how many statements it sent. */
  .extend("webProcess", ({ connect }) => (given: { act: string; burst: number; perMinute: number }) => {
    const sent: string[] = [];
    const logger = { logQuery: (query: string) => void sent.push(query) };
    const db = drizzle(connect(), { schema, casing: "snake_case", logger });
    return { spend: sharedRate({ db, secret: "the one secret of all copies", ...given }), sent };
  })
  .extend("rows", ({ site }) => (act: string) => {
    return site.sql<{ key: string; points: number }[]>`
      select key, points from rate_limits where key like ${`${act}:%`}`;
  });

test("two processes allow together what one would, and say how long the window lasts", async ({
  webProcess,
}) => {
  const rate = { act: "two", burst: 6, perMinute: 3 };
  const [one, other] = [webProcess(rate), webProcess(rate)];
  const waits: number[] = [];
  for (let i = 0; i < 4; i += 1) waits.push(await one.spend("ada"), await other.spend("ada"));
  expect(waits.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
  for (const waitMs of waits.slice(6)) {
    expect(waitMs).toBeGreaterThan(60_000);
    expect(waitMs).toBeLessThanOrEqual(120_000);
  }
  expect(await one.spend("bob")).toBe(0);
});

test("waiting as long as was said is enough", async ({ webProcess }) => {
  const { spend } = webProcess({ act: "wait", burst: 2, perMinute: 120 });
  expect([await spend("ada"), await spend("ada")]).toEqual([0, 0]);
  const waitMs = await spend("ada");
  expect(waitMs).toBeGreaterThan(0);
  await sleep(waitMs + 1);
  expect(await spend("ada")).toBe(0);
});

test("a window that began before the clock was set back by a day does not last a day", async ({
  site,
  webProcess,
}) => {
  const { spend } = webProcess({ act: "set back", burst: 2, perMinute: 1 });
  await spend("ada");
  await site.sql`
    update rate_limits set expire = expire + interval '1 day', points = 2 where key like 'set back:%'`;
  expect([await spend("ada"), await spend("ada")]).toEqual([0, 0]);
  const waitMs = await spend("ada");
  expect(waitMs).toBeGreaterThan(0);
  expect(waitMs).toBeLessThanOrEqual(120_000);
});

test("a thousand refused at once in a process that learns of it reach the database once", async ({
  webProcess,
  rows,
}) => {
  const rate = { act: "flood", burst: 3, perMinute: 1 };
  const [one, other] = [webProcess(rate), webProcess(rate)];
  for (let i = 0; i < 3; i += 1) await one.spend("ada");
  const waits = await Promise.all(Array.from({ length: 1000 }, () => other.spend("ada")));
  expect(waits.every((waitMs) => waitMs > 0)).toBe(true);
  expect(other.sent).toHaveLength(1);
  await Promise.all(Array.from({ length: 1000 }, () => one.spend("ada")));
  expect(one.sent).toHaveLength(3);
  expect((await rows("flood")).map(({ points }) => points)).toEqual([4]);
});

test("the database is told no address, only its hash under the installation's secret", async ({
  webProcess,
  rows,
}) => {
  const { spend } = webProcess({ act: "private", burst: 3, perMinute: 1 });
  await spend("203.0.113.7");
  expect((await rows("private")).map(({ key }) => key)).toEqual([
    expect.stringMatching(/^private:[\w-]{43}$/),
  ]);
});

test("without the database nothing is allowed", async ({ connect }) => {
  const db = drizzle(connect("postgres://rung_web@127.0.0.1:1/nowhere"), { schema, casing: "snake_case" });
  const spend = sharedRate({ db, secret: "a secret", act: "away", burst: 3, perMinute: 1 });
  await expect(spend("ada")).rejects.toThrow();
});
