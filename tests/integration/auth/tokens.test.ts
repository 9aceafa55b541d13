import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { apiTokens, users } from "@/db/schema";
import { contextOf } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import { authorise } from "@/server/auth/authorise";
import { viewerOf } from "@/server/auth/viewer-of";
import type { Context } from "@/server/context";
import type { RungError } from "@/server/errors";
import { createToken } from "@/server/teams/create-token";
import { ensureUser } from "@/server/teams/ensure-user";
import { listTokens } from "@/server/teams/list-tokens";
import { revokeToken } from "@/server/teams/revoke-token";
import type { Received } from "@/server/web-process/received";
import { arrive, arrived } from "../../fixtures/arrive";
import { webTest } from "../api/web-test";

const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });
const wrong = bearer(`rung_${"y".repeat(43)}`);
const guess = (ctx: Context, request: Received) =>
  arrive(request, () => viewerOf(ctx, wrong)).catch((error: RungError) => error);
const codesOf = (answers: unknown[]) => answers.map((answer) => (answer as RungError).code);
const joinAsSmith = (ctx: Context, id: number) =>
  ensureUser({ ctx, input: { provider: "github", accountId: `same-${id}`, name: "smith" } });

const test = webTest({ RUNG_LOCAL_SIGN_IN: "1" }).extend(
  "researcher",
  { scope: "file" },
  ({ site }) =>
    async (name: string) => {
      const { viewer, token } = await site.person(name);
      return { token, ctx: { ...site.ctx, viewer: authorise(viewer, "researcher") } };
    },
);

test("a token is whoever it was made for", async ({ site }) => {
  const { viewer, token } = await site.person("ada");
  expect(token).toMatch(/^rung_[\w-]{43}$/);
  expect(await viewerOf(site.ctx, bearer(token))).toEqual({
    viewer,
    by: "token",
    local: false,
  });
});

test("only the SHA-256 of a token is kept", async ({ site }) => {
  const { viewer, token } = await site.person("grace");
  const [row] = await site.ctx.db.select().from(apiTokens).where(eq(apiTokens.userId, viewer.userId));
  expect(Buffer.from(row!.hash).toString("hex")).toBe(createHash("sha256").update(token).digest("hex"));
  expect(JSON.stringify(row)).not.toContain(token.slice(5));
});

test("a revoked token is nobody at once", async ({ site, researcher }) => {
  const { token, ctx } = await researcher("alan");
  const [listed] = await listTokens({ ctx });
  await revokeToken({ ctx, input: { id: listed!.id } });
  await expect(viewerOf(site.ctx, bearer(token))).rejects.toMatchObject({ code: "sign_in_needed" });
  expect(await listTokens({ ctx })).toEqual([]);
});

test("nobody revokes another's token", async ({ site, researcher }) => {
  const { ctx, token } = await researcher("barbara");
  const [listed] = await listTokens({ ctx });
  const intruder = await researcher("mallory");
  await expect(revokeToken({ ctx: intruder.ctx, input: { id: listed!.id } })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await viewerOf(site.ctx, bearer(token))).viewer?.name).toBe("barbara");
});

test("a lost role is lost at the next request, whatever token or cookie says", async ({ site }) => {
  const { viewer, token, cookie } = await site.person("margaret", "maintainer");
  await site.ctx.db.update(users).set({ role: "researcher" }).where(eq(users.id, viewer.userId));
  expect((await viewerOf(site.ctx, bearer(token))).viewer?.role).toBe("researcher");
  expect((await viewerOf(site.ctx, new Headers({ cookie }))).viewer?.role).toBe("researcher");
});

test.for(["", "Bearer", "Bearer rung_short", `Bearer rung_${"x".repeat(43)}`, "Basic YTpi", "rung_x"])(
  "the header %j is refused, not taken for nobody",
  async (authorization, { site }) => {
    const headers = new Headers({ authorization: authorization || " " });
    if (authorization === "") return expect((await viewerOf(site.ctx, headers)).viewer).toBeNull();
    await expect(viewerOf(site.ctx, headers)).rejects.toMatchObject({ code: "sign_in_needed" });
  },
);

test("guessing tokens is slowed down, whatever address the guesser claims to have", async ({ site }) => {
  const answers: unknown[] = [];
  for (let i = 0; i < 30; i += 1) {
    const headers = {
      "X-Forwarded-For": `1.2.3.${i}`,
      "X-Real-IP": `1.2.3.${i}`,
      Forwarded: `for=1.2.3.${i}`,
    };
    answers.push(await guess(site.ctx, arrived({ peer: "203.0.113.3", headers })));
  }
  expect(codesOf(answers)).toEqual([
    ...Array.from({ length: 20 }, () => "sign_in_needed"),
    ...Array.from({ length: 10 }, () => "too_many_requests"),
  ]);
});

test("a good token counts beside any number of bad ones from its own address", async ({ site }) => {
  const { viewer, token } = await site.person("neighbour");
  const request = arrived({ peer: "203.0.113.4" });
  const answers: unknown[] = [];
  for (let i = 0; i < 25; i += 1) answers.push(await guess(site.ctx, request));
  expect(codesOf(answers).at(-1)).toBe("too_many_requests");
  expect((await arrive(request, () => viewerOf(site.ctx, bearer(token)))).viewer).toEqual(viewer);
});

test("a token made under the local sign-in counts at this machine, and in words nowhere else", async ({
  site,
  researcher,
}) => {
  const { ctx } = await researcher("lynn");
  const { token } = await createToken({ ctx, input: { name: "made at home", local: true } });
  const ask = (request: Received) => arrive(request, () => viewerOf(site.ctx, bearer(token)));
  expect(await ask(arrived())).toEqual({ viewer: ctx.viewer, by: "token", local: true });
  for (const request of [
    arrived({ headers: { "X-Forwarded-For": "203.0.113.9" } }),
    arrived({ headers: { Host: "rung.example.org" } }),
    arrived({ peer: "203.0.113.9" }),
  ]) {
    await expect(ask(request)).rejects.toMatchObject({
      code: "sign_in_needed",
      message: expect.stringContaining("made under the local sign-in"),
      hint: expect.stringContaining("token create"),
    });
  }
});

test("a token of a token made under the local sign-in is such a one too", async ({ site, researcher }) => {
  const { ctx } = await researcher("radia");
  const { token } = await createToken({ ctx, input: { name: "first", local: true } });
  const { teams } = createCaller(
    await arrive(arrived(), () => contextOf({ method: "POST", headers: bearer(token) })),
  );
  const child = await teams.createToken({ name: "second" });
  await expect(viewerOf(site.ctx, bearer(child.token))).rejects.toMatchObject({ code: "sign_in_needed" });
});

test("twenty first sign-ins of one person at once make one user and one team", async ({ site }) => {
  const identity = { provider: "github", accountId: "1", name: "katherine" };
  const all = await Promise.all(
    Array.from({ length: 20 }, () => ensureUser({ ctx: site.ctx, input: identity })),
  );
  expect(new Set(all.map(({ userId }) => userId)).size).toBe(1);
  expect(new Set(all.map(({ teamId }) => teamId)).size).toBe(1);
});

test("ten people of one name at once get ten names and ten teams", async ({ site }) => {
  const all = await Promise.all(Array.from({ length: 10 }, (_, id) => joinAsSmith(site.ctx, id)));
  expect(new Set(all.map(({ name }) => name)).size).toBe(10);
  expect(new Set(all.map(({ teamId }) => teamId)).size).toBe(10);
});

test("a token may be made by whoever is signed in, for themselves", async ({ site, researcher }) => {
  const { ctx } = await researcher("dorothy");
  const { token } = await createToken({ ctx, input: { name: "laptop" } });
  expect((await viewerOf(site.ctx, bearer(token))).viewer?.userId).toBe(ctx.viewer.userId);
  expect((await listTokens({ ctx })).map(({ name }) => name)).toEqual(["laptop", "test"]);
});
