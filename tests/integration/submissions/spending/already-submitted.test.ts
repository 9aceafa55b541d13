import { describe, expect } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { submitModel } from "@/server/submissions/submit-model";
import { withdrawSubmission } from "@/server/submissions/withdraw-submission";
import { as } from "../../../factories/as";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeModelFile } from "../../../factories/make-model-file";
import { makeResearcher } from "../../../factories/make-researcher";
import { smallClassifier } from "../../../fixtures/onnx/small-classifier";
import { tenClasses } from "../../../fixtures/ten-classes";
import { evaluateAsTold } from "../evaluate-as-told";
import { releaseAt } from "../release-at";
import { submissionTest } from "../submission-test";

const test = submissionTest
  .extend("board", ({ site }) => makeBenchmark(site, { classes: tenClasses, perDay: 1 }))
  .extend("send", ({ site, viewer, board }) => async (given: { by?: typeof viewer; mean?: number } = {}) => {
    const modelHash = await makeModelFile(site, writeModel(smallClassifier));
    const mean = [given.mean ?? 0, 0, 0];
    const declared = { benchmark: board.slug, name: "mine", preprocessing: { mean } };
    return submitModel({ ctx: as(site, given.by ?? viewer), input: { declaration: declared, modelHash } });
  })
  .extend("score", ({ site, viewer, board }) => async (id: string) => {
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 100 } });
    await releaseAt(site, due, { benchmark: board, viewer });
  });

describe("the same file with the same preprocessing", () => {
  test("is answered with what is known of it, under way and scored, although the quota is spent", async ({
    site,
    send,
    score,
  }) => {
    const { id, alreadyScored } = await send();
    expect(alreadyScored).toBe(false);
    expect(await send()).toMatchObject({ id, alreadyScored: true, state: "queued" });
    await score(id);
    expect(await send()).toMatchObject({ id, alreadyScored: true, state: "scored", decision: "climbed" });
    expect(await site.sql`select id from submissions`).toEqual([{ id }]);
  });

  test("sent ten times at once is one submission", async ({ site, send }) => {
    const sent = await Promise.all(Array.from({ length: 10 }, () => send()));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await site.sql`select count(*)::int n from submissions`).toEqual([{ n: 1 }]);
  });

  test("is another submission of another team, with another preprocessing, or after it was withdrawn", async ({
    site,
    viewer,
    send,
  }) => {
    const { id } = await send();
    const other = await makeResearcher(site);
    expect((await send({ by: other })).alreadyScored).toBe(false);
    await withdrawSubmission({ ctx: as(site, viewer), input: { id } });
    const otherwise = await send({ mean: 0.5 });
    expect(otherwise.alreadyScored).toBe(false);
    await withdrawSubmission({ ctx: as(site, viewer), input: { id: otherwise.id } });
    expect((await send()).alreadyScored).toBe(false);
  });

  test("is another submission once a test set has a new version: the answer may differ", async ({
    site,
    send,
    score,
  }) => {
    const { id } = await send();
    await score(id);
    await site.sql`
      insert into test_set_versions (test_set_id, number, digest, store_key, images)
      select test_set_id, 2, 'new', 'new', images from test_set_versions
      where test_set_id = (select id from test_sets where name = 'New')`;
    await site.sql`
      update test_set_versions set state = 'retired' where number = 1
      and test_set_id = (select id from test_sets where name = 'New')`;
    site.wait(48 * 3_600_000);
    expect((await send()).alreadyScored).toBe(false);
  });

  test("is another submission once its pool has another device class: the last bits may differ", async ({
    site,
    viewer,
    board,
    send,
  }) => {
    const { id } = await send();
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 100 } });
    await site.sql`update guarded.evaluations set ran = ran || '{"deviceClass": "avx2"}'`;
    await releaseAt(site, due, { benchmark: board, viewer });
    site.wait(48 * 3_600_000);
    await site.sql`update pools set device_class = 'avx2'`;
    expect(await send()).toMatchObject({ id, alreadyScored: true });
    await site.sql`update pools set device_class = 'avx512'`;
    expect((await send()).alreadyScored).toBe(false);
  });
});
