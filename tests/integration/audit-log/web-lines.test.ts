import { randomUUID } from "node:crypto";
import { test as base, describe, expect } from "vitest";
import { appendLine } from "@/server/audit-log/append-line";
import { lineKinds } from "@/server/audit-log/line-schema";
import { makeSite } from "../../factories/make-site";
import { writtenLines } from "../../unit/audit-log/written-lines";

/** A site whose database has a clock of its own, as in earnest. */
const test = base.extend("site", { scope: "file" }, async ({}, { onCleanup }) => {
  const site = await makeSite({ databaseClock: true });
  onCleanup(() => site.drop());
  return site;
});
const withdrawn = () => ({ submission: randomUUID(), team: randomUUID() });
const minutes = (n: number) => new Date(Date.now() + n * 60_000);

describe("the web's role", () => {
  test.for([-4, 0, 4])("appends a line of its own %d minutes from now", async (n, { site }) => {
    const line = { kind: "withdrawal" as const, at: minutes(n), public: withdrawn() };
    expect(await appendLine(site.web.db, line)).toBeGreaterThan(0);
  });

  test.for([-24 * 60, -6, 6, 24 * 60])("appends none %d minutes from now", async (n, { site }) => {
    const line = { kind: "withdrawal" as const, at: minutes(n), public: withdrawn() };
    await expect(appendLine(site.web.db, line)).rejects.toMatchObject({
      cause: expect.objectContaining({ message: "the web appends lines of this moment only" }),
    });
  });

  const workersOwn = [
    "evaluation",
    "decision",
    "void",
    "failure",
    "reference-import",
    "benchmark",
    "adaptivity",
    "trial",
  ];
  const own = lineKinds.filter((kind) => !workersOwn.includes(kind));
  const shapes = writtenLines.filter(
    ([words]) => !/submitted reference|repeat that is done|imported test set|closed pool/.test(words),
  );
  test.for(shapes.filter(([, { kind }]) => own.includes(kind as never)))(
    "appends %s",
    async ([, line], { site }) => {
      const written = { ...line, at: minutes(0) } as never;
      expect(await appendLine(site.web.db, written)).toBeGreaterThan(0);
    },
  );
  test.for(writtenLines.filter((line) => !own.includes(line[1].kind as never) || !shapes.includes(line)))(
    "does not append %s",
    async ([, line], { site }) => {
      const written = { ...line, at: minutes(0) } as never;
      await expect(appendLine(site.web.db, written)).rejects.toMatchObject({
        cause: expect.objectContaining({ message: `the web appends no line of this kind: ${line.kind}` }),
      });
    },
  );

  test("cannot give a line another kind or time than its text says", async ({ site }) => {
    const append = (kind: string, at: Date) =>
      site.web.db.execute(
        `select audit.append_line('${kind}', '{"at":"${minutes(0).toISOString()}","kind":"withdrawal"}', '{}', '', '', '${at.toISOString()}')`,
      );
    for (const attempt of [append("vouch", minutes(0)), append("withdrawal", minutes(2))])
      await expect(attempt).rejects.toMatchObject({
        cause: expect.objectContaining({ message: "a line says its own kind and time" }),
      });
  });

  test("has no other way in: not the table, not the clock, not the head", async ({ site }) => {
    for (const statement of [
      "insert into audit.lines select * from audit.lines",
      "update audit.head set id = 0",
      "create or replace function audit.is_near_now(line_at timestamptz) returns boolean language sql as 'select true'",
      "select * from audit.lines",
      "select audit.close_pool(gen_random_uuid(), now())",
      "set session authorization rung_worker",
    ])
      await expect(site.web.db.execute(statement)).rejects.toThrow();
  });
});
