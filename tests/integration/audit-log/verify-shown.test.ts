import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { appendLine } from "@/server/audit-log/append-line";
import { importReferences } from "@/server/references/import-references";
import { recordReference } from "@/server/references/record-reference";
import { publishLabels } from "@/server/test-sets/publish-labels";
import { makeSubmission } from "../../factories/make-submission";
import { evaluateAsTold } from "../submissions/evaluate-as-told";
import { historyTest as test } from "./history-test";

describe("verifying the log", () => {
  const shownOtherwise: [string, string, string][] = [
    [
      "a score of a submission that was held",
      `insert into scores select s.id, v.version_id, 'top1', 'released', null, 1000, 0.7, 0.6, 0.8, s.ended_at from submissions s
        cross join (select version_id from scores where kind = 'released' limit 1) v where s.decision = 'held'`,
      "is shown, but no line leads to it",
    ],
    [
      "a score that is gone",
      "delete from scores where kind = 'exact'",
      "a score that it leads to is not shown",
    ],
    [
      "a count on the original test set",
      "update guarded.evaluations set top1 = 901 where top1 = 900",
      "counts otherwise than its bits",
    ],
    [
      "another number of images than was decided on",
      "update guarded.evaluations set total = 999 where total = 1000 and top1 = 710",
      "its evaluation is not the one that was decided on",
    ],
    [
      "a decision voided without a line",
      "update submissions set state = 'voided', decision = null where decision = 'held'",
      "another submissions.decision",
    ],
    [
      "a submission without a line",
      `insert into submissions (benchmark_id, team_id, name, model_hash, preprocessing, state, submitted_at)
        select benchmark_id, team_id, name, model_hash, preprocessing, 'queued', now() from submissions limit 1`,
      "no line tells of the submission",
    ],
    ["a first release forgotten", "delete from first_releases", "the meters count other decisions"],
    ["a count forgotten", "delete from decision_counts", "the meters count other decisions"],
    [
      "a trace that is not the one decided by",
      `update guarded.decisions set trace = jsonb_set(trace, '{noise}', '9') where decision = 'held'`,
      "the stored decision differs",
    ],
  ];
  test.for(shownOtherwise)("finds %s", async ([, statement, problem], { site, verify }) => {
    await site.sql.unsafe(statement);
    expect(await verify()).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  test("finds a line whose submission is gone", async ({ site, benchmark, viewer, verify }) => {
    const submitted = { submission: randomUUID(), benchmark: benchmark.id, team: viewer.teamId, model: "ab" };
    const line = { kind: "submission", at: new Date(), public: { ...submitted, refused: null } } as const;
    const id = await appendLine(site.owner.db, line);
    expect(await verify()).toMatchObject({
      problem: `line ${id} leads to a row in submissions that is not there`,
    });
  });

  test("finds a reference evaluated here that is shown with a better score than its own", async ({
    site,
    benchmark,
    viewer,
    verify,
  }) => {
    const id = await makeSubmission(site, { benchmark, viewer, kind: "reference" });
    await evaluateAsTold(site, id, { hidden: { wrong: 250 } });
    site.wait(60_000);
    await recordReference({ ctx: site.worker, input: { submissionId: id } });
    expect(await verify()).toMatchObject({ ok: true });
    const published = { name: "a model", results: [{ testSet: "New", accuracy: 0.9 }] };
    await expect(
      importReferences({ ctx: site.owner, input: { benchmark: benchmark.slug, models: [published] } }),
    ).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining("was evaluated here") });
    await site.sql`update reference_results set accuracy = 0.9 where correct is null`;
    expect(await verify()).toMatchObject({ problem: expect.stringContaining("other scores than its own") });
    await site.sql`update scores set accuracy = 0.9 where submission_id = ${id} and kind = 'released'`;
    expect(await verify()).toMatchObject({
      problem: expect.stringMatching(/line \d+ leads to another scores.accuracy/),
    });
  });

  describe("finds errors by class told otherwise than they were counted:", () => {
    const changed = {
      "a label": "update open_labels set labels = set_byte(labels, 0, 1)",
      "a prediction":
        "update guarded.evaluations set predictions = set_byte(predictions, 1000, 1) where top1 = 900",
      "labels of fewer images": "update open_labels set labels = substring(labels from 3)",
    };
    test.for(Object.entries(changed))("%s", async ([, statement], { site, benchmark, verify }) => {
      // As told, a model says class 1 where it is wrong, and every image is of class 0.
      const labels = Array.from({ length: 1_000 }, () => 0);
      const versionId = benchmark.versions[0]!.id;
      await publishLabels(site.worker.db, { versionId, labels, names: null });
      expect(await verify()).toMatchObject({ ok: true });
      await site.sql.unsafe(statement);
      expect(await verify()).toMatchObject({
        ok: false,
        problem: expect.stringContaining("are not those counted"),
      });
    });
  });
});
