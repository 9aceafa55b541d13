import { describe, expect } from "vitest";
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
      "a decision voided without a line",
      "update submissions set state = 'voided', decision = null where decision = 'held'",
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
    expect(await verify()).toMatchObject({ problem: expect.stringMatching(/line \d+: a score shown/) });
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
