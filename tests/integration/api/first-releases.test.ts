import { expect } from "vitest";
import { POST as approve } from "@/app/api/v1/first-releases/approve/route";
import { POST as decline } from "@/app/api/v1/first-releases/decline/route";
import { GET as getWaiting } from "@/app/api/v1/first-releases/route";
import { GET as getUnvouched } from "@/app/api/v1/teams/unvouched/route";
import { POST as vouch } from "@/app/api/v1/teams/vouch/route";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeStranger } from "../../factories/make-stranger";
import { submitAsTold } from "../submissions/submit-as-told";
import { visitor, withToken } from "./visitor";
import { webTest } from "./web-test";

const test = webTest()
  .extend("maintainer", { scope: "file" }, ({ site }) => site.person("somebody", "maintainer"))
  .extend("ask", { scope: "file" }, ({ maintainer }) => withToken(maintainer.token))
  /** Four first scores of strangers that wait. */
  .extend("waiting", { scope: "file" }, async ({ site }) => {
    const benchmark = await makeBenchmark(site, { firstReleaseBudget: 0 });
    const waiting = [];
    for (const wrong of [300, 310, 320, 330]) {
      const viewer = await makeStranger(site);
      waiting.push({ viewer, id: await submitAsTold(site, { benchmark, viewer, hidden: { wrong } }) });
    }
    return waiting;
  });

const json = (body: unknown) => ({ method: "POST", body: JSON.stringify(body) });

test("first scores that wait are listed, approved, declined and let out by a vouch over HTTP, and tell no score", async ({
  site,
  ask,
  waiting,
}) => {
  await site.sql`update submissions set model_hash = (select model_hash from submissions where id = ${waiting[0]!.id})
    where id = ${waiting[1]!.id}`;
  const listed = await (await ask(getWaiting)).json();
  expect(listed.total).toBe(4);
  expect(listed.rows.map(({ id }: { id: string }) => id)).toEqual(waiting.map(({ id }) => id));
  expect(listed.rows.map(({ sameFileAs }: { sameFileAs: string | null }) => sameFileAs)).toEqual([
    waiting[1]!.viewer.name,
    waiting[0]!.viewer.name,
    null,
    null,
  ]);
  expect(JSON.stringify(listed)).not.toMatch(/0\.(6|7)|\b(6|7)[0-9]0\b|score|accuracy/);
  const [first, second, third, last] = waiting;
  expect((await ask(approve, json({ ids: [first!.id] }))).status).toBe(204);
  expect((await ask(decline, json({ ids: [second!.id] }))).status).toBe(204);
  expect((await ask(vouch, json({ teams: [third!.viewer.name], reason: "Known." }))).status).toBe(204);
  const states = await site.sql`select id, state from submissions`;
  const stateOf = (id: string) => states.find((row) => row.id === id)?.state;
  expect(waiting.map(({ id }) => stateOf(id))).toEqual([
    "evaluating",
    "disqualified",
    "evaluating",
    "awaiting-approval",
  ]);
  const unvouched = await (await ask(getUnvouched)).json();
  expect(unvouched.map(({ team }: { team: string }) => team).sort()).toEqual(
    [first!, second!, last!].map(({ viewer }) => viewer.name).sort(),
  );
  const again = await ask(approve, json({ ids: [first!.id] }));
  expect([again.status, (await again.json()).code]).toEqual([409, "too_late"]);
  expect((await ask(approve, json({ ids: [] }))).status).toBe(400);
});

const acts = [
  ["approving", approve, { ids: ["00000000-0000-4000-8000-000000000000"] }],
  ["declining", decline, { ids: ["00000000-0000-4000-8000-000000000000"] }],
  ["vouching", vouch, { teams: ["ada"], reason: "Known." }],
] as const;
test.for(acts)("%s is a maintainer's, and nobody else's", async ([, act, body], { ada }) => {
  expect((await withToken(ada.token)(act, json(body))).status).toBe(403);
  expect((await visitor()(act, json(body))).status).toBe(401);
});
