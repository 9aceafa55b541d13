import { createHash } from "node:crypto";
import { describe, expect } from "vitest";
import { historyTest as test } from "./history-test";
import { rechain } from "./rechain";

describe("verifying the log", () => {
  test("finds nothing in an honest history: chain and ladders agree", async ({ site, verify }) => {
    const [head] = await site.sql`select id, encode(hash, 'hex') as hash from audit.head`;
    expect(await verify()).toMatchObject({ lines: Number(head?.id), head: head?.hash, ok: true });
  });

  const tampering: [string, string, number][] = [
    [
      "a changed public field",
      "update audit.lines set public = replace(public, 'held', 'climbed') where public like '%held%'",
      0,
    ],
    ["a changed column", "update audit.lines set kind = 'withdrawal' where id = 2", 2],
    [
      "a changed secret",
      "update guarded.audit_secrets set secret = replace(secret, '290', '291') where secret like '%290%'",
      0,
    ],
    ["a dropped line", "delete from audit.lines where id = 3", 3],
    ["dropped last lines", "delete from audit.lines where id > 4", 4],
    [
      "two lines exchanged",
      "update audit.lines set id = case id when 2 then -1 else 2 end where id in (2, 3); update audit.lines set id = 3 where id = -1",
      2,
    ],
    ["a dropped secret", "delete from guarded.audit_secrets where line_id = 2", 2],
    [
      "a changed bit vector",
      "update guarded.evaluations set wrong = set_byte(wrong, 0, 0) where part = 'all' and top1 = 850",
      0,
    ],
    ["a changed decision", "update guarded.decisions set decision = 'climbed' where decision = 'held'", 0],
    ["a changed released score", "update scores set accuracy = 0.99 where kind = 'released'", 0],
    ["a released score that is gone", "delete from scores where kind = 'released'", 0],
    [
      "a stored ladder with climbs given back",
      `update guarded.ladders set state = jsonb_set(state, '{climbs}', '0')`,
      0,
    ],
    [
      "a stored ladder with another baseline",
      "update guarded.ladders set baseline = set_byte(baseline, 0, 7)",
      0,
    ],
    ["a stored ladder that is gone", "delete from guarded.ladders", 0],
    ["a changed policy", `update pools set policy = '{"kind":"gated-ladder","eta":"0.3","c":4}'`, 0],
  ];
  test.for(tampering)(
    "finds %s and names the first bad line",
    async ([, statement, line], { site, verify }) => {
      await site.sql.unsafe(statement);
      const found = await verify();
      expect(found.ok).toBe(false);
      expect(found).toHaveProperty(
        "problem",
        expect.stringMatching(line ? new RegExp(`line ${line}\\b`) : /line \d+/),
      );
    },
  );

  test("finds a head that others have seen and that a rewritten chain no longer has", async ({
    site,
    verify,
  }) => {
    const honest = await verify();
    if (!honest.ok) throw new Error("the history was honest");
    expect((await verify(honest.head)).ok).toBe(true);
    await site.sql`update audit.lines set public = replace(public, '"device":"cpu"', '"device":"tpu"'), fields = replace(fields::text, '"cpu"', '"tpu"')::jsonb`;
    await rechain(site.sql);
    expect((await verify()).ok).toBe(true);
    expect(await verify(honest.head)).toMatchObject({
      ok: false,
      problem: expect.stringContaining("not on the chain"),
    });
  });

  test("cannot be done for the exact count from public lines: no count gives a commitment without its salt", async ({
    site,
  }) => {
    const [line] = await site.sql`
      select l.commitment, s.secret from audit.lines l join guarded.audit_secrets s on s.line_id = l.id
      where l.kind = 'decision' order by l.id limit 1`;
    const guess = (errors: number) => JSON.stringify({ ...JSON.parse(line?.secret), errors });
    const found = Array.from({ length: 1001 }, (_, errors) =>
      createHash("sha256").update(guess(errors)).digest(),
    ).filter((hash) => hash.equals(line?.commitment));
    expect(found).toEqual([]);
  });
});
