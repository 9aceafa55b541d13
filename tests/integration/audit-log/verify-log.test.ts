import { createHash } from "node:crypto";
import { describe, expect } from "vitest";
import { appendLine } from "@/server/audit-log/append-line";
import { commitmentOf } from "@/server/audit-log/line-hash";
import { verifyLog } from "@/server/audit-log/verify-log";
import { writeModel } from "@/server/onnx/write-model";
import { importReferences } from "@/server/references/import-references";
import { recordReference } from "@/server/references/record-reference";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeModelFile } from "../../factories/make-model-file";
import type { Site } from "../../factories/make-site";
import { makeSubmission } from "../../factories/make-submission";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { siteTest } from "../../fixtures/site-test";
import { tenClasses } from "../../fixtures/ten-classes";
import { evaluateAsTold } from "../submissions/evaluate-as-told";
import { releaseAt } from "../submissions/release-at";
import { submitAsTold } from "../submissions/submit-as-told";
import { submitFile } from "../submissions/submit-file";

const test = siteTest
  .extend("history", { auto: true }, async ({ site, benchmark, viewer }) => {
    for (const wrong of [300, 290, 150]) await submitAsTold(site, { benchmark, viewer, hidden: { wrong } });
  })
  .extend(
    "verify",
    ({ site }) =>
      (since?: string) =>
        verifyLog({ ctx: site.owner, input: { since } }),
  );

/** A line written by hand, with a chain that is made to fit after it, as somebody with all rights could. */
async function rechain(sql: Site["sql"]) {
  const lines = await sql`select id, public, commitment from audit.lines order by id`;
  let hash = createHash("sha256").digest();
  for (const line of lines) {
    hash = createHash("sha256").update(hash).update(line.public).update(line.commitment).digest();
    await sql`update audit.lines set hash = ${hash} where id = ${line.id}`;
  }
  await sql`update audit.head set hash = ${hash}`;
}

/** What an earlier version did with a climb: offered it to a ladder of the whole pool, and did not name other scores in the line. */
async function offerFirstToRecordLadder({ sql, owner, clock }: Site): Promise<void> {
  const [line] = await sql`
    select l.fields, s.secret from audit.lines l join guarded.audit_secrets s on s.line_id = l.id
    where l.kind = 'decision' order by l.id limit 1`;
  const { kind: _kind, at: _at, others: _others, ...fields } = line!.fields;
  const decided = { ...fields, scope: "global" };
  await appendLine(owner.db, {
    kind: "decision",
    at: clock.now,
    public: decided,
    secret: JSON.parse(line!.secret),
  });
  await sql`insert into guarded.decisions select submission_id, pool_id, 'global', decision, trace, before, after, decided_at
    from guarded.decisions where submission_id = ${decided.submission}`;
  await sql`insert into guarded.ladders (pool_id, scope, state, baseline, updated_at)
    select d.pool_id, 'global', d.after, e.wrong, d.decided_at from guarded.decisions d
    join guarded.evaluations e on e.submission_id = d.submission_id and e.version_id = ${JSON.parse(line!.secret).version}
    where d.scope = 'global'`;
}

describe("verifying the log", () => {
  test("finds nothing in an honest history: chain and ladders agree", async ({ site, verify }) => {
    const [head] = await site.sql`select id, encode(hash, 'hex') as hash from audit.head`;
    expect(await verify()).toEqual({ lines: Number(head?.id), head: head?.hash, ok: true });
  });

  test("replays lines of earlier versions: a ladder for records, and climbs that let all scores out unnamed", async ({
    site,
    verify,
  }) => {
    await offerFirstToRecordLadder(site);
    expect(await verify()).toMatchObject({ ok: true });
    await site.sql`update guarded.ladders set state = jsonb_set(state, '{climbs}', '2') where scope = 'global'`;
    expect(await verify()).toMatchObject({ ok: false });
  });

  test("replays what a submission asked for from its line, and finds where the stored one asks otherwise", async ({
    site,
    viewer,
    verify,
  }) => {
    const benchmark = await makeBenchmark(site, { classes: tenClasses });
    const modelHash = await makeModelFile(site, writeModel(smallClassifier));
    await submitAsTold(site, { benchmark, viewer, hidden: { wrong: 150 } });
    const { id } = await submitFile(site, { benchmark, viewer, modelHash, atLeast: 3 });
    await releaseAt(site, await evaluateAsTold(site, id, { hidden: { wrong: 95 } }), { benchmark, viewer });
    const [line] = await site.sql`select id, fields from audit.lines where kind = 'submission'`;
    expect(line?.fields).toMatchObject({ submission: id, atLeast: 3 });
    expect(await site.sql`select decision from submissions where id = ${id}`).toEqual([{ decision: "held" }]);
    expect(await verify()).toMatchObject({ ok: true });
    await site.sql`update submissions set at_least = 2 where id = ${id}`;
    expect(await verify()).toMatchObject({
      ok: false,
      problem: `line ${line?.id}: the stored submission asks for another gain`,
    });
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

  const shownOtherwise: [string, string, string][] = [
    [
      "a score of a submission that was held",
      `insert into scores select s.id, v.version_id, 'top1', 'released', null, 1000, 0.7, 0.6, 0.8, s.ended_at from submissions s
        cross join (select version_id from scores where kind = 'released' limit 1) v where s.decision = 'held'`,
      "a score is shown that no line leads to",
    ],
    [
      "a score on the original test set",
      "update scores set correct = correct + 1 where kind = 'exact'",
      "a score shown is not the one that it leads to",
    ],
    [
      "a count on the original test set",
      "update guarded.evaluations set top1 = 901 where top1 = 900",
      "the stored evaluation is not the one that it tells of",
    ],
    [
      "a release set back in time, which would take a record from another",
      "update scores set released_at = released_at - interval '1 day' where kind = 'released'",
      "a score shown is not the one that it leads to",
    ],
    [
      "a submission disqualified without a line",
      "update submissions set state = 'disqualified' where decision = 'held'",
      "is marked otherwise than the log leads to",
    ],
    [
      "a mark of verification without a line",
      "update submissions set verified_at = now() where decision = 'climbed'",
      "is marked otherwise than the log leads to",
    ],
    [
      "a held submission shown as a climb",
      "update submissions set decision = 'climbed'",
      "is marked otherwise than the log leads to",
    ],
    [
      "a meter that counts fewer climbs",
      "update decision_counts set decisions = decisions - 1 where decision = 'held'",
      "the meters count other decisions than the log",
    ],
    [
      "a first release forgotten",
      "delete from first_releases",
      "the meters count other decisions than the log",
    ],
  ];
  test.for(shownOtherwise)("finds %s", async ([, statement, problem], { site, verify }) => {
    await site.sql.unsafe(statement);
    expect(await verify()).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  test("finds a reference evaluated here that is shown with a better score than its own", async ({
    site,
    benchmark,
    viewer,
    verify,
  }) => {
    const id = await makeSubmission(site, { benchmark, viewer, kind: "reference" });
    await evaluateAsTold(site, id, { hidden: { wrong: 250 } });
    await recordReference({ ctx: site.worker, input: { submissionId: id } });
    expect(await verify()).toMatchObject({ ok: true });
    const published = { name: "a model", results: [{ testSet: "New", accuracy: 0.9 }] };
    await expect(
      importReferences({ ctx: site.owner, input: { benchmark: benchmark.slug, models: [published] } }),
    ).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining("was evaluated here") });
    await site.sql`update reference_results set accuracy = 0.9 where correct is null`;
    expect(await verify()).toMatchObject({ problem: expect.stringContaining("other scores than its own") });
    await site.sql`update scores set accuracy = 0.9 where submission_id = ${id} and kind = 'released'`;
    expect(await verify()).toMatchObject({ problem: expect.stringMatching(/line \d+: a score shown/) });
  });

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

  const misfits: [string, string, string][] = [
    [
      "a public field of another name",
      `update audit.lines set public = replace(public, '"top1"', '"top2"') where id = 1`,
      "line 1 does not have the fields of its kind, evaluation (public.results.0.top1)",
    ],
    [
      "a public field too many",
      `update audit.lines set public = replace(public, '{', '{"aside":1,') where kind = 'decision' and id = 3`,
      "line 3 does not have the fields of its kind, decision (public)",
    ],
    [
      "a kind that there is not",
      `update audit.lines set kind = 'pardon', public = replace(public, '"kind":"evaluation"', '"kind":"pardon"') where id = 1`,
      "line 1 is of no known kind",
    ],
    [
      "a secret field that is not what it was",
      `update guarded.audit_secrets set secret = replace(secret, '"noise":0', '"noise":"0"') where line_id = 3`,
      "line 3 does not have the fields of its kind, decision (secret.noise)",
    ],
    [
      "a secret part that is no JSON",
      "update guarded.audit_secrets set secret = 'nothing' where line_id = 1",
      "line 1 does not have the fields of its kind, evaluation (secret)",
    ],
  ];
  test.for(misfits)("finds in a chain that fits %s", async ([, statement, problem], { site, verify }) => {
    await site.sql.unsafe(statement);
    await site.sql`update audit.lines set fields = public::jsonb`;
    for (const { line_id, salt, secret } of await site.sql`select * from guarded.audit_secrets`) {
      await site.sql`update audit.lines set commitment = ${commitmentOf(salt, secret)} where id = ${line_id}`;
    }
    await rechain(site.sql);
    expect(await verify()).toMatchObject({ ok: false, problem });
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
