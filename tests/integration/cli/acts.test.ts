import { execFile } from "node:child_process";
import { expect } from "vitest";
import { disqualifySubmission } from "@/server/submissions/acts/disqualify-submission";
import { makeResearcher } from "../../factories/make-researcher";
import { makeSubmission } from "../../factories/make-submission";
import { siteTest } from "../../fixtures/site-test";
import { evaluateAsTold } from "../submissions/evaluate-as-told";
import { releaseAt } from "../submissions/release-at";

const test = siteTest
  /** Runs a command as an operator does: exit code, standard output as JSON, standard error. */
  .extend("rung", ({ site }) => (...argv: string[]) => {
    const env = { ...process.env, DATABASE_URL: site.database.ownerUrl };
    const args = ["--import", "tsx", "server/cli/main.ts", ...argv];
    return new Promise<{ code: number; answer: unknown; words: string }>((resolve) => {
      execFile(process.execPath, args, { env }, (error, stdout, words) => {
        const code = typeof error?.code === "number" ? error.code : 0;
        resolve({ code, answer: stdout ? JSON.parse(stdout) : null, words });
      });
    });
  })
  .extend("lines", ({ site }) => async (kind: string) => {
    return (await site.sql`select fields from audit.lines where kind = ${kind}`).map((line) => line.fields);
  });

test("`team merge` makes two teams one, for a reason, in nobody's name", async ({ site, rung, lines }) => {
  await makeResearcher(site, "ada");
  await makeResearcher(site, "bob");
  expect((await rung("team", "merge", "bob", "--into", "ada")).code).toBe(2);
  const merged = await rung("team", "merge", "bob", "--into", "ada", "--reason", "Two accounts.");
  expect(merged).toMatchObject({ code: 0, answer: { team: "bob", into: "ada" } });
  expect(await lines("merge")).toEqual([expect.objectContaining({ reason: "Two accounts.", by: null })]);
  const again = await rung("team", "merge", "bob", "--into", "ada", "--reason", "Two accounts.");
  expect(again).toMatchObject({
    code: 1,
    words: expect.stringContaining("already been merged into another"),
  });
});

test("`submission reinstate` takes a disqualification back, once", async ({
  site,
  benchmark,
  viewer,
  maintainer,
  rung,
  lines,
}) => {
  const id = await makeSubmission(site, { benchmark, viewer });
  await disqualifySubmission({ ctx: maintainer.acts, input: { id, reason: "A second account." } });
  const back = await rung("submission", "reinstate", id, "--reason", "It was the first.");
  expect(back).toMatchObject({ code: 0, answer: { id } });
  expect(await lines("reinstatement")).toEqual([
    expect.objectContaining({ submission: id, state: "queued", by: null }),
  ]);
  expect((await rung("submission", "reinstate", id, "--reason", "Again.")).code).toBe(1);
  expect((await rung("submission", "reinstate", "one", "--reason", "No id.")).code).toBe(2);
});

test("`team vouch` and `first-release` act for whoever runs the site, in nobody's name", async ({
  site,
  benchmark,
  viewer,
  rung,
  lines,
}) => {
  const [vouched, taken] = [
    await rung("team", "vouch", viewer.name, "--reason", "Known."),
    await rung("team", "vouch", viewer.name, "--reason", "A mistake.", "--take-back"),
  ];
  expect(vouched).toMatchObject({ code: 0, answer: { teams: [viewer.name], vouched: true } });
  expect(taken).toMatchObject({ code: 0, answer: { teams: [viewer.name], vouched: false } });
  expect(await lines("vouch")).toMatchObject([
    { vouched: true, reason: "made by the test" },
    { vouched: true, by: null },
    { vouched: false, by: null },
  ]);
  const ids = [];
  for (let i = 0; i < 2; i++) ids.push(await makeSubmission(site, { benchmark, viewer }));
  await site.sql`update submissions set state = 'awaiting-approval'`;
  expect(await rung("first-release", "approve", ids[0]!)).toMatchObject({
    code: 0,
    answer: { approved: [ids[0]] },
  });
  expect(await rung("first-release", "decline", ids[1]!)).toMatchObject({
    code: 0,
    answer: { declined: [ids[1]] },
  });
  expect((await rung("first-release", "decline", ids[1]!)).code).toBe(1);
  expect((await rung("first-release", "decline")).code).toBe(2);
});

test("`vouch-rule` sets a rule for a reason, lists it and ends it, in nobody's name", async ({
  rung,
  lines,
}) => {
  const why = ["--reason", "One address each."];
  const added = await rung("vouch-rule", "add", "email-domain", "Example.ORG", ...why);
  expect(added).toMatchObject({ code: 0, answer: { id: expect.any(String) } });
  const { id } = added.answer as { id: string };
  const rule = { id, kind: "email-domain", value: "example.org", setBy: null, teams: 0 };
  expect((await rung("vouch-rule", "list")).answer).toMatchObject({ ...rule, endedAt: null });
  const again = await rung("vouch-rule", "add", "email-domain", "example.org", ...why);
  expect(again).toMatchObject({ code: 1, words: expect.stringContaining("already") });
  const wrong = await rung("vouch-rule", "add", "account-age", "soon", ...why);
  expect(wrong).toMatchObject({ code: 2, words: expect.stringContaining("whole number of days") });
  expect(await rung("vouch-rule", "end", id)).toMatchObject({ code: 0, answer: { ended: id } });
  expect((await rung("vouch-rule", "end", id)).code).toBe(1);
  expect((await rung("vouch-rule", "list")).answer).toMatchObject({ ...rule, endedAt: expect.any(String) });
  expect(await lines("vouch-rule")).toMatchObject([
    { rule: id, asks: "email-domain", value: "example.org", reason: "One address each.", by: null },
    { rule: id, ended: true, by: null },
  ]);
});

test("`evaluation repeat`, `decision void` and `submission re-judge` say what they did, or in words why not", async ({
  site,
  benchmark,
  viewer,
  rung,
}) => {
  const id = await makeSubmission(site, { benchmark, viewer });
  const due = await evaluateAsTold(site, id, { hidden: { wrong: 300 } });
  await releaseAt(site, due, { benchmark, viewer });
  const why = ["--reason", "The disk was full."];
  expect(await rung("decision", "void", id, ...why)).toMatchObject({
    code: 1,
    words: expect.stringContaining("holds no evidence"),
  });
  expect(await rung("evaluation", "repeat", id)).toMatchObject({ code: 0, answer: { repeats: id } });
  expect((await rung("evaluation", "repeat")).code).toBe(2);
  await site.sql`update guarded.decisions set evidence = '["worker-lost"]'`;
  expect(await rung("decision", "void", id, ...why)).toMatchObject({ code: 0, answer: { voided: id } });
  const again = await rung("submission", "re-judge", id, ...why);
  expect(again).toMatchObject({ code: 0, answer: { reJudged: [{ id, again: expect.any(String) }] } });
  expect((await rung("decision", "void", id)).code).toBe(2);
  expect((await rung("submission", "re-judge", "one", ...why)).code).toBe(2);
});
