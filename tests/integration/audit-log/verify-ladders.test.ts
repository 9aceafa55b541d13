import { describe, expect } from "vitest";
import { appendLine } from "@/server/audit-log/append-line";
import { writeModel } from "@/server/onnx/write-model";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeModelFile } from "../../factories/make-model-file";
import type { Site } from "../../factories/make-site";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { tenClasses } from "../../fixtures/ten-classes";
import { evaluateAsTold } from "../submissions/evaluate-as-told";
import { releaseAt } from "../submissions/release-at";
import { submitAsTold } from "../submissions/submit-as-told";
import { submitFile } from "../submissions/submit-file";
import { historyTest as test } from "./history-test";

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
    const [line] =
      await site.sql`select id, fields from audit.lines where kind = 'submission' order by id desc`;
    expect(line?.fields).toMatchObject({ submission: id, atLeast: 3 });
    expect(await site.sql`select decision from submissions where id = ${id}`).toEqual([{ decision: "held" }]);
    expect(await verify()).toMatchObject({ ok: true });
    await site.sql`update submissions set at_least = 2 where id = ${id}`;
    expect(await verify()).toMatchObject({
      ok: false,
      problem: expect.stringContaining("another submissions.atLeast"),
    });
  });
});
