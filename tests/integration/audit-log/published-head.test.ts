import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { appendLine } from "@/server/audit-log/append-line";
import { lastVerifications } from "@/server/audit-log/last-verifications";
import { publishedHead } from "@/server/audit-log/published-head";
import { startVerification } from "@/server/audit-log/start-verification";
import { verifyLog } from "@/server/audit-log/verify-log";
import { siteTest } from "../../fixtures/site-test";

const test = siteTest
  .extend("append", ({ site }) => (at = site.clock.now) => {
    const withdrawn = { submission: randomUUID(), team: randomUUID() };
    return appendLine(site.web.db, { kind: "withdrawal", at, public: withdrawn });
  })
  .extend(
    "published",
    ({ site }) =>
      () =>
        publishedHead({ ctx: site.web }),
  )
  .extend("heads", ({ site }) => async () => {
    const lines = await site.sql`select encode(hash, 'hex') as hash from audit.lines order by id`;
    return lines.map((line) => line.hash);
  });

const day = 24 * 3_600_000;

describe("the published head", () => {
  test("is the one with which the day began, whenever it is first asked for", async ({
    site,
    append,
    published,
    heads,
  }) => {
    await append();
    await append();
    site.wait(day);
    await append();
    const [, before] = await heads();
    expect(await published()).toEqual({ day: "2026-05-02", head: before, line: 2 });
    site.wait(3_600_000);
    await append();
    expect(await published()).toEqual({ day: "2026-05-02", head: before, line: 2 });
    site.wait(day);
    expect((await published()).head).toBe((await heads()).at(-1));
  });

  test("of an empty log is the hash of nothing", async ({ published }) => {
    expect(await published()).toEqual({
      day: "2026-05-01",
      head: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      line: 0,
    });
  });

  test("stays what it was: no line is dated before it any more, whoever appends it", async ({
    site,
    append,
    published,
  }) => {
    site.wait(day);
    await published();
    const at = new Date("2026-05-01T23:59:59.999Z");
    const fields = { submission: randomUUID(), code: "crashed" };
    const failure = { kind: "failure" as const, at, public: fields, secret: { message: "" } };
    for (const { db } of [site.worker, site.owner])
      await expect(appendLine(db, failure)).rejects.toMatchObject({
        cause: expect.objectContaining({ message: "a line cannot be dated before a published head" }),
      });
    await expect(append(at)).rejects.toThrow();
  });

  test("comes ten minutes after midnight, so that a line begun before is in it", async ({
    site,
    append,
    published,
  }) => {
    site.clock.now = new Date("2026-05-02T00:09:00Z");
    expect((await published()).day).toBe("2026-05-01");
    await append(new Date("2026-05-01T23:59:59Z"));
    site.wait(60_000);
    expect(await published()).toMatchObject({ day: "2026-05-02", line: 1 });
  });

  test("is one, however many ask for it first", async ({ site, append, published }) => {
    await append();
    site.wait(day);
    const answers = await Promise.all(Array.from({ length: 20 }, published));
    expect(new Set(answers.map(({ head }) => head)).size).toBe(1);
    expect(await site.sql`select count(*)::int n from audit.published_heads`).toEqual([{ n: 1 }]);
  });

  test("cannot be dated ahead or changed by the web role", async ({ site }) => {
    const ahead = { ...site.web, now: () => new Date("2999-01-01T00:00:00Z") };
    expect((await publishedHead({ ctx: ahead })).day < "2999").toBe(true);
    await expect(site.web.db.execute("delete from audit.published_heads")).rejects.toThrow();
    await expect(site.web.db.execute("update audit.published_heads set head = ''")).rejects.toThrow();
  });

  test("is found on the chain by a verification", async ({ site, append, published }) => {
    await append();
    site.wait(day);
    const { head } = await published();
    await append();
    expect((await verifyLog({ ctx: site.owner, input: { since: head } })).ok).toBe(true);
  });
});

describe("verifying the log in the background", () => {
  test("stores what it found, with its time, and runs once at a time", async ({
    site,
    maintainer,
    append,
    published,
    heads,
  }) => {
    await append();
    site.wait(day);
    await published();
    const { acts, reads } = maintainer;
    // The log is held meanwhile, so that the first one cannot have ended before the second is asked for.
    const first = await site.sql.begin(async (tx) => {
      await tx`lock table audit.head in access exclusive mode`;
      const started = await startVerification({ ctx: acts, auditor: reads });
      await expect(startVerification({ ctx: acts, auditor: reads })).rejects.toMatchObject({
        code: "already_exists",
      });
      return started;
    });
    await first.ended;
    expect(await lastVerifications({ ctx: reads })).toEqual([
      {
        startedAt: site.clock.now.toISOString(),
        endedAt: site.clock.now.toISOString(),
        lines: (await heads()).length,
        head: (await heads()).at(-1),
        problem: null,
      },
    ]);
  });

  test("finds that the head published last is no longer on the chain", async ({
    site,
    maintainer,
    append,
    published,
  }) => {
    await append();
    site.wait(day);
    await published();
    await site.sql`truncate audit.lines, guarded.audit_secrets`;
    await site.sql`update audit.head set id = 0, hash = sha256('')`;
    await append();
    const { acts, reads } = maintainer;
    await (await startVerification({ ctx: acts, auditor: reads })).ended;
    const [found] = await lastVerifications({ ctx: reads });
    expect(found).toMatchObject({
      lines: 1,
      head: null,
      problem: expect.stringContaining("not on the chain"),
    });
  });
});
