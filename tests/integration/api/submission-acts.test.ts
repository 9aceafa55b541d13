import { expect } from "vitest";
import { POST as repeat } from "@/app/api/v1/submissions/[id]/repeat/route";
import { POST as resume } from "@/app/api/v1/submissions/[id]/resume/route";
import { POST as voidIt } from "@/app/api/v1/submissions/[id]/void/route";
import { POST as reJudge } from "@/app/api/v1/submissions/re-judge/route";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { makeSubmission } from "../../factories/make-submission";
import { claimAsTold } from "../submissions/evaluate-as-told";
import { submitAsTold } from "../submissions/submit-as-told";
import { visitor, withToken } from "./visitor";
import { webTest } from "./web-test";

const test = webTest()
  .extend("maintainer", { scope: "file" }, ({ site }) => site.person("somebody", "maintainer"))
  .extend("ask", { scope: "file" }, ({ maintainer }) => withToken(maintainer.token))
  .extend("benchmark", { scope: "file" }, ({ site }) => makeBenchmark(site))
  .extend("viewer", { scope: "file" }, ({ site }) => makeResearcher(site))
  .extend("scored", { scope: "file" }, ({ site, benchmark, viewer }) =>
    submitAsTold(site, { benchmark, viewer, hidden: { wrong: 300 } }),
  );

const json = (body: unknown) => ({ method: "POST", body: JSON.stringify(body) });
const nobody = "00000000-0000-4000-8000-000000000000";
const reason = "The disk was full.";

test("a repeat and a void are asked for over HTTP, which tells nothing of what comes of them", async ({
  site,
  ask,
  scored,
}) => {
  const of = { params: { id: scored } };
  expect((await ask(repeat, { ...json({}), ...of })).status).toBe(204);
  expect((await ask(voidIt, { ...json({ reason }), ...of })).status).toBe(204);
  const jobs = await site.sql`
    select name, data from pgboss.job where name in ('repeat-evaluation', 'void-decision') order by name`;
  const data = { submissionId: scored };
  expect(jobs).toEqual([
    { name: "repeat-evaluation", data },
    { name: "void-decision", data },
  ]);
  expect((await ask(voidIt, { ...json({}), ...of })).status).toBe(400);
  expect((await ask(repeat, { ...json({}), params: { id: nobody } })).status).toBe(404);
});

test("a parked submission is taken up again, once", async ({ site, ask, benchmark, viewer }) => {
  const id = await makeSubmission(site, { benchmark, viewer });
  await claimAsTold(site, id);
  await site.sql`update submissions set parked_at = now() where id = ${id}`;
  expect((await ask(resume, { ...json({}), params: { id } })).status).toBe(204);
  expect((await ask(resume, { ...json({}), params: { id } })).status).toBe(409);
});

test("submissions are judged again, all or none", async ({ site, ask, scored }) => {
  expect((await ask(reJudge, json({ ids: [scored], reason }))).status).toBe(409);
  await site.sql`update submissions set state = 'voided', decision = null where id = ${scored}`;
  expect((await ask(reJudge, json({ ids: [scored, nobody], reason }))).status).toBe(404);
  const answer = await ask(reJudge, json({ ids: [scored], reason }));
  expect(answer.status).toBe(200);
  const [again] = await site.sql`select id from submissions where re_judges_id = ${scored}`;
  expect(await answer.json()).toEqual({ reJudged: [{ id: scored, again: again!.id }] });
});

const acts = [
  ["repeating", repeat, {}],
  ["voiding", voidIt, { reason }],
  ["taking up again", resume, {}],
  ["judging again", reJudge, { ids: [nobody], reason }],
] as const;
test.for(acts)("%s is a maintainer's, and nobody else's", async ([, act, body], { ada }) => {
  const given = { ...json(body), params: { id: nobody } };
  expect((await withToken(ada.token)(act as typeof repeat, given)).status).toBe(403);
  expect((await visitor()(act as typeof repeat, given)).status).toBe(401);
});
