import { expect } from "vitest";
import { DELETE as end } from "@/app/api/v1/vouch-rules/[id]/route";
import { GET as list, POST as set } from "@/app/api/v1/vouch-rules/route";
import { visitor, withToken } from "./visitor";
import { webTest } from "./web-test";

const test = webTest()
  .extend("maintainer", { scope: "file" }, ({ site }) => site.person("somebody", "maintainer"))
  .extend("ask", { scope: "file" }, ({ maintainer }) => withToken(maintainer.token));

const json = (body: unknown) => ({ method: "POST", body: JSON.stringify(body) });
const rule = { kind: "organisation", value: "Our-Lab", reason: "Its owners know each member." };

test("rules that vouch are set, listed and ended over HTTP", async ({ ask }) => {
  const made = await ask(set, json(rule));
  expect(made.status).toBe(201);
  const { id } = await made.json();
  expect(await (await ask(list)).json()).toEqual([
    {
      id,
      kind: "organisation",
      value: "our-lab",
      words: "public membership in our-lab on GitHub",
      setBy: "somebody",
      setAt: expect.any(String),
      endedAt: null,
      teams: 0,
    },
  ]);
  expect((await ask(set, json(rule))).status).toBe(409);
  expect((await ask(end, { method: "DELETE", params: { id } })).status).toBe(204);
  expect((await ask(end, { method: "DELETE", params: { id } })).status).toBe(404);
});

test("a rule that is none is refused in words", async ({ ask }) => {
  const answer = await ask(set, json({ ...rule, kind: "email-domain", value: "ada@example.org" }));
  expect(answer.status).toBe(400);
  expect((await answer.json()).detail).toMatch(/A domain looks like example.org/);
});

test("rules that vouch are a maintainer's, and nobody else's", async ({ ada }) => {
  const id = "00000000-0000-4000-8000-000000000000";
  for (const [asking, status] of [
    [withToken(ada.token), 403],
    [visitor(), 401],
  ] as const) {
    expect((await asking(list)).status).toBe(status);
    expect((await asking(set, json(rule))).status).toBe(status);
    expect((await asking(end, { method: "DELETE", params: { id } })).status).toBe(status);
  }
});
