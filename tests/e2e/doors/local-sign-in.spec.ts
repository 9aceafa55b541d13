import { test as base, expect } from "@playwright/test";
import { openProxy } from "./open-proxy";

/** Signs in without a password, as a program does, at some address of the site. */
async function signIn(url: string, headers: Record<string, string> = {}) {
  const first = await fetch(`${url}/api/auth/csrf`, { headers });
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/local`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, ...headers, cookie: cookiesOf(first) },
    body: new URLSearchParams({ csrfToken, name: "somebody", role: "maintainer", json: "true" }),
  });
  return { status: answer.status, session: cookiesOf(answer), text: await answer.text() };
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

const test = base.extend<{ site: string; proxied: (added: Record<string, string>) => Promise<string> }>({
  site: async ({ baseURL }, use) => use(baseURL!),
  proxied: async ({ baseURL }, use) => {
    const open: { close(): void }[] = [];
    await use(async (added) => {
      const proxy = await openProxy(baseURL!, added);
      open.push(proxy);
      return proxy.url;
    });
    for (const proxy of open) proxy.close();
  },
});

test("at the site's own machine nobody needs a password", async ({ site }) => {
  const { status, session } = await signIn(site);
  expect([status, session]).toEqual([200, expect.stringContaining("session-token")]);
});

for (const [what, added] of [
  ["X-Forwarded-For", { "X-Forwarded-For": "203.0.113.9" }],
  ["X-Forwarded-For of this machine", { "X-Forwarded-For": "127.0.0.1" }],
  ["Forwarded", { Forwarded: "for=203.0.113.9" }],
  ["Via", { Via: "1.1 proxy" }],
  ["X-Real-IP", { "X-Real-IP": "203.0.113.9" }],
  ["CF-Connecting-IP", { "CF-Connecting-IP": "203.0.113.9" }],
  ["nothing but its own port in the host", {}],
] as const) {
  test(`a proxy that adds ${what} lets nobody in, and says why and what to do`, async ({ site, proxied }) => {
    const url = await proxied({ ...added });
    const { status, session, text } = await signIn(url);
    expect([status, session]).toEqual([403, ""]);
    expect(JSON.parse(text)).toMatchObject({
      code: "forbidden",
      detail: expect.stringContaining("The local sign-in was refused, because the request"),
      hint: expect.stringContaining("127.0.0.1"),
    });
    expect(await (await fetch(`${url}/sign-in`)).text()).toContain("It is not offered");
    expect(await (await fetch(`${site}/sign-in`)).text()).not.toContain("It is not offered");
  });
}

test("a name that was made to lead here is refused, and so is another site's page", async ({
  site,
  proxied,
}) => {
  const rebound = await proxied({ host: `attacker.example:${new URL(site).port}` });
  expect(await signIn(rebound)).toMatchObject({ status: 403, session: "" });
  for (const origin of ["https://attacker.example", "http://127.0.0.1:1", "null"])
    expect(await signIn(site, { origin })).toMatchObject({ status: 403, session: "" });
});

test("a session and a token of the local sign-in count at this machine, and not through a proxy", async ({
  site,
  proxied,
}) => {
  const { session: cookie } = await signIn(site);
  const url = await proxied({ "X-Forwarded-For": "203.0.113.9" });
  const me = async (at: string, headers: Record<string, string>) =>
    await fetch(`${at}/api/v1/me`, { headers });
  expect(await (await me(site, { cookie })).json()).toMatchObject({ role: "maintainer" });
  expect((await me(url, { cookie })).status).not.toBe(200);
  expect((await fetch(`${url}/admin`, { headers: { cookie }, redirect: "manual" })).status).toBe(307);
  const made = await fetch(`${site}/api/trpc/teams.createToken`, {
    method: "POST",
    headers: { cookie, origin: site, "content-type": "application/json" },
    body: JSON.stringify({ name: "made at home" }),
  });
  const { result } = (await made.json()) as { result: { data: { token: string } } };
  const authorization = `Bearer ${result.data.token}`;
  expect((await me(site, { authorization })).status).toBe(200);
  expect(await (await me(url, { authorization })).json()).toMatchObject({
    code: "sign_in_needed",
    detail: expect.stringContaining("made under the local sign-in"),
  });
});

test("the figures for Prometheus are for this machine and for maintainers", async ({ site, proxied }) => {
  expect((await fetch(`${site}/metrics`)).status).toBe(200);
  expect((await fetch(`${await proxied({ Via: "1.1 proxy" })}/metrics`)).status).toBe(401);
});
