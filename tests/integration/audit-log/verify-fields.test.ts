import { describe, expect } from "vitest";
import { commitmentOf } from "@/server/audit-log/line-hash";
import { historyTest as test } from "./history-test";
import { rechain } from "./rechain";

const first = (kind: string) => `(select min(id) from audit.lines where kind = '${kind}')`;

describe("verifying the log", () => {
  const misfits: [string, string, string][] = [
    [
      "a public field of another name",
      `update audit.lines set public = replace(public, '"top1"', '"top2"') where id = ${first("evaluation")}`,
      "does not have the fields of its kind, evaluation (public.results.0.top1)",
    ],
    [
      "a public field too many",
      `update audit.lines set public = replace(public, '{', '{"aside":1,') where id = ${first("decision")}`,
      "does not have the fields of its kind, decision (public)",
    ],
    [
      "a kind that there is not",
      `update audit.lines set kind = 'pardon', public = replace(public, '"kind":"evaluation"', '"kind":"pardon"') where id = ${first("evaluation")}`,
      "is of no known kind",
    ],
    [
      "a secret field that is not what it was",
      `update guarded.audit_secrets set secret = replace(secret, '"noise":0', '"noise":"0"') where line_id = ${first("decision")}`,
      "does not have the fields of its kind, decision (secret.noise)",
    ],
    [
      "a secret part that is no JSON",
      `update guarded.audit_secrets set secret = 'nothing' where line_id = ${first("evaluation")}`,
      "does not have the fields of its kind, evaluation (secret)",
    ],
  ];
  test.for(misfits)("finds in a chain that fits %s", async ([, statement, problem], { site, verify }) => {
    await site.sql.unsafe(statement);
    await site.sql`update audit.lines set fields = public::jsonb`;
    for (const { line_id, salt, secret } of await site.sql`select * from guarded.audit_secrets`) {
      await site.sql`update audit.lines set commitment = ${commitmentOf(salt, secret)} where id = ${line_id}`;
    }
    await rechain(site.sql);
    expect(await verify()).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });
});
