import { expect } from "vitest";
import { appendLine } from "@/server/audit-log/append-line";
import { sharedSiteTest as test } from "../../fixtures/shared-site-test";

const at = new Date("2026-05-01T12:00:00Z");
const id = (digit: number) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const before = { rung: null, climbs: 0, closed: false };
const after = { rung: { numerator: "3", denominator: "10" }, climbs: 1, closed: false };

/** Lines as they are given, and the public and the secret text that the chain has of them: other bytes would be another log. */
const written: [Parameters<typeof appendLine>[1], string, string][] = [
  [
    {
      kind: "decision",
      at,
      public: {
        submission: id(1),
        pool: id(2),
        scope: "team",
        team: id(3),
        decision: "climbed",
        rung: "3/10",
      },
      secret: {
        errors: 300,
        total: 1000,
        b: null,
        a: null,
        d: null,
        D: null,
        noise: 0,
        threshold: 28.284271247461902,
        before,
        after,
        version: id(4),
        wrong: "ab",
      },
    },
    '{"at":"2026-05-01T12:00:00.000Z","decision":"climbed","kind":"decision","pool":"22222222-0000-4000-8000-000000000000","rung":"3/10","scope":"team","submission":"11111111-0000-4000-8000-000000000000","team":"33333333-0000-4000-8000-000000000000"}',
    '{"D":null,"a":null,"after":{"climbs":1,"closed":false,"rung":{"denominator":"10","numerator":"3"}},"b":null,"before":{"climbs":0,"closed":false,"rung":null},"d":null,"errors":300,"noise":0,"threshold":28.284271247461902,"total":1000,"version":"44444444-0000-4000-8000-000000000000","wrong":"ab"}',
  ],
  [
    {
      kind: "evaluation",
      at,
      public: {
        submission: id(1),
        role: "original",
        results: [{ version: id(4), total: 1000, top1: 700, top5: null, device: "cpu" }],
      },
    },
    '{"at":"2026-05-01T12:00:00.000Z","kind":"evaluation","results":[{"device":"cpu","top1":700,"top5":null,"total":1000,"version":"44444444-0000-4000-8000-000000000000"}],"role":"original","submission":"11111111-0000-4000-8000-000000000000"}',
    "{}",
  ],
  [
    {
      kind: "merge",
      at,
      public: { team: id(1), into: id(2), reason: 'one person, "Ada" Ł\n', by: null },
    },
    '{"at":"2026-05-01T12:00:00.000Z","by":null,"into":"22222222-0000-4000-8000-000000000000","kind":"merge","reason":"one person, \\"Ada\\" Ł\\n","team":"11111111-0000-4000-8000-000000000000"}',
    "{}",
  ],
  [
    {
      kind: "failure",
      at,
      public: { submission: id(1), code: "too_slow" },
      secret: { message: "It took too long." },
    },
    '{"at":"2026-05-01T12:00:00.000Z","code":"too_slow","kind":"failure","submission":"11111111-0000-4000-8000-000000000000"}',
    '{"message":"It took too long."}',
  ],
  [
    {
      kind: "test-set",
      at,
      public: {
        benchmark: id(1),
        retired: ["New", "Easier"],
        pool: null,
        state: "retired",
        by: id(2),
      },
    },
    '{"at":"2026-05-01T12:00:00.000Z","benchmark":"11111111-0000-4000-8000-000000000000","by":"22222222-0000-4000-8000-000000000000","kind":"test-set","pool":null,"retired":["New","Easier"],"state":"retired"}',
    "{}",
  ],
];

test.for(written)(
  "line %# is written in the same bytes as ever",
  async ([line, publicText, secret], { site }) => {
    const number = await appendLine(site.worker.db, line);
    expect(
      await site.sql`
      select l.public, s.secret from audit.lines l join guarded.audit_secrets s on s.line_id = l.id where l.id = ${number}`,
    ).toEqual([{ public: publicText, secret }]);
  },
);

test("what is no line of its kind is not written, whatever the compiler let through", async ({ site }) => {
  const spread = { submission: id(1), team: id(2), exact: 712 };
  const line = { kind: "withdrawal" as const, at, public: spread };
  await expect(appendLine(site.web.db, line)).rejects.toThrow("not a line of the kind withdrawal");
  expect(await site.sql`select count(*)::int n from audit.lines where kind = 'withdrawal'`).toEqual([
    { n: 0 },
  ]);
});
