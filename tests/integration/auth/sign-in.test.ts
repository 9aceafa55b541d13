import { Writable } from "node:stream";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { pino } from "pino";
import postgres from "postgres";
import { expect, vi } from "vitest";
import { POST as postAuth } from "@/app/api/auth/[...nextauth]/route";
import { accounts, memberships, users } from "@/db/schema";
import { authLogger } from "@/server/api/auth-logger";
import { logOptions } from "@/server/api/log";
import { authOptions } from "@/server/auth/auth-options";
import { arrived } from "../../fixtures/arrive";
import { authBrowser } from "./auth-browser";
import { signInWithGithub, signInTest as test } from "./sign-in-test";

test("whoever GitHub vouches for is signed in, with a personal team", async ({
  site,
  github,
  browserOf,
  whoIs,
}) => {
  github.signedIn({ id: 42, login: "grace", email: "grace@example.org" });
  const browser = browserOf();
  await signInWithGithub(browser);
  const viewer = await whoIs(browser.jar);
  expect(viewer).toMatchObject({ name: "grace", role: "researcher" });
  const teams = await site.ctx.db.select().from(memberships).where(eq(memberships.userId, viewer!.userId));
  expect(teams.map(({ teamId }) => teamId)).toEqual([viewer!.teamId]);
});

test("the second sign-in finds the same user, though the login changed", async ({
  github,
  browserOf,
  whoIs,
}) => {
  github.signedIn({ id: 7, login: "alan", email: null });
  const [first, second] = [browserOf(), browserOf()];
  await signInWithGithub(first);
  github.signedIn({ id: 7, login: "alan-renamed", email: null });
  await signInWithGithub(second);
  expect((await whoIs(second.jar))!.userId).toBe((await whoIs(first.jar))!.userId);
});

test("a login that somebody else has here makes another user, not a takeover", async ({
  site,
  github,
  browserOf,
  whoIs,
}) => {
  const { viewer } = await site.person("edsger", "maintainer");
  github.signedIn({ id: 99, login: "edsger", email: null });
  const browser = browserOf();
  await signInWithGithub(browser);
  const signedIn = await whoIs(browser.jar);
  expect(signedIn).toMatchObject({ name: "edsger-2", role: "researcher" });
  expect(signedIn!.userId).not.toBe(viewer.userId);
});

test("GitHub is asked for no more than the public profile", async ({ browserOf }) => {
  const { leaving } = await signInWithGithub(browserOf());
  expect(new URL(leaving.location!).searchParams.get("scope") ?? "").toBe("");
});

test("a callback that this browser did not begin signs nobody in", async ({ browserOf, whoIs }) => {
  const victim = browserOf();
  const { back } = await signInWithGithub(browserOf());
  await victim.visit(back.pathname + back.search);
  expect(await whoIs(victim.jar)).toBeNull();
});

test("a sign-in without the site's CSRF token is not begun", async ({ github, browserOf }) => {
  const page = await browserOf().visit("/api/auth/signin/github", { csrfToken: "guessed" });
  expect(page.location ?? "").not.toContain(github.url);
});

test("the session cookie is out of reach for scripts and other sites' requests, and is https-only in production", async ({
  browserOf,
}) => {
  const { page } = await signInWithGithub(browserOf());
  const line = page.cookies.find((cookie) => cookie.startsWith("next-auth.session-token="))!;
  expect(line).toMatch(/HttpOnly/i);
  expect(line).toMatch(/SameSite=Lax/i);
  const production = await browserOf({ nextAuthUrl: "https://rung.example.org" }).visit("/api/auth/csrf");
  for (const cookie of production.cookies) expect(cookie).toMatch(/Secure/);
});

test("a changed or invented cookie is nobody", async ({ browserOf, whoIs }) => {
  const browser = browserOf();
  await signInWithGithub(browser);
  const session = browser.jar["next-auth.session-token"]!;
  const changed = session.replace(/.(?=.{9}$)/, (letter) => (letter === "x" ? "y" : "x"));
  expect(await whoIs({ "next-auth.session-token": changed })).toBeNull();
  expect(await whoIs({ "next-auth.session-token": "x" })).toBeNull();
});

test("the local sign-in makes a maintainer on a laptop, and leaves a line in the log", async ({
  site,
  browserOf,
  whoIs,
}) => {
  const browser = browserOf({ localSignInAllowed: true });
  await browser.signIn("callback/local", { name: "home", role: "maintainer" });
  const viewer = await whoIs(browser.jar);
  expect(viewer).toMatchObject({ name: "home", role: "maintainer" });
  const owner = postgres(site.database.ownerUrl, { max: 1 });
  const lines = await owner`select fields from audit.lines where kind = 'maintainer-sign-in'`;
  await owner.end();
  expect(lines.map(({ fields }) => fields.user)).toContain(viewer!.userId);
});

test.for([
  ["the settings forbid it", { localSignInAllowed: false }, true, "127.0.0.1:3000"],
  ["the request asked for another host", { localSignInAllowed: true }, false, "rebound.example.org:3000"],
  ["only the request's own host betrays it", { localSignInAllowed: true }, true, "rebound.example.org:3000"],
] as const)(
  "there is no local sign-in when %s",
  async ([, changes, atHome, host], { site, browserOf, whoIs }) => {
    const before = await site.ctx.db.$count(users);
    const browser = browserOf(changes, atHome, host);
    await browser.signIn("callback/local", { name: "intruder", role: "maintainer" });
    expect(await whoIs(browser.jar)).toBeNull();
    expect(await site.ctx.db.$count(users)).toBe(before);
    expect(await site.ctx.db.$count(accounts, eq(accounts.providerAccountId, "intruder"))).toBe(0);
  },
);

test("a sign-in that GitHub refuses is a line of our log, without the client's secret, and none of anybody else's", async ({
  site,
  settings,
  whoIs,
}) => {
  let text = "";
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void (text += String(chunk))) });
  const logger = authLogger(pino(logOptions, sink));
  const elsewhere = vi.spyOn(console, "error");
  const githubSecret = "changed-in-the-meantime";
  const options = () =>
    authOptions({
      ctx: site.ctx,
      settings: { ...settings, githubSecret },
      atHome: true,
      readsAddresses: false,
      onTrouble: () => {},
    });
  const browser = authBrowser(() => ({ ...options(), logger }));
  const { page, back } = await signInWithGithub(browser);
  expect(page.location).toContain("error=OAuthCallback");
  expect(await whoIs(browser.jar)).toBeNull();
  expect(text).toContain('"code":"OAUTH_CALLBACK_ERROR"');
  for (const secret of [githubSecret, back.searchParams.get("code")!]) expect(text).not.toContain(secret);
  expect(elsewhere).not.toHaveBeenCalled();
  elsewhere.mockRestore();
});

test("nobody writes lines of their own into our log", async () => {
  const body = new URLSearchParams({ level: "error", code: "FORGED", message: "forged" });
  const request = new Request("http://127.0.0.1:3000/api/auth/_log", { method: "POST", body });
  const response = await postAuth(request, { params: Promise.resolve({ nextauth: ["_log"] }) });
  expect(response.status).toBe(404);
});

test("a session of the local sign-in counts at this machine alone: carried off, it is nobody's", async ({
  browserOf,
  whoIs,
}) => {
  const browser = browserOf({ localSignInAllowed: true });
  await browser.signIn("callback/local", { name: "carried", role: "maintainer" });
  expect(await whoIs(browser.jar)).toMatchObject({ name: "carried" });
  for (const request of [
    arrived({ headers: { "X-Forwarded-For": "127.0.0.1" } }),
    arrived({ headers: { Host: "rung.example.org" } }),
    arrived({ peer: "203.0.113.9" }),
    arrived({ httpVersion: "1.0" }),
  ])
    expect(await whoIs(browser.jar, request)).toBeNull();
});

test("a session of GitHub's counts from anywhere", async ({ github, browserOf, whoIs }) => {
  github.signedIn({ id: 64, login: "hedy", email: null });
  const browser = browserOf();
  await signInWithGithub(browser);
  const request = arrived({ peer: "10.0.0.1", headers: { "X-Forwarded-For": "203.0.113.9" } });
  expect(await whoIs(browser.jar, request)).toMatchObject({ name: "hedy" });
});

test("a session that does not say how it was begun is nobody's", async ({ site, whoIs }) => {
  const { viewer } = await site.person("undated");
  const session = await encode({ token: { sub: viewer.userId }, secret: process.env.NEXTAUTH_SECRET! });
  expect(await whoIs({ "next-auth.session-token": session })).toBeNull();
});

test("a role outside the two is refused", async ({ browserOf, whoIs }) => {
  const browser = browserOf({ localSignInAllowed: true });
  await browser.signIn("callback/local", { name: "odd", role: "owner" });
  expect(await whoIs(browser.jar)).toBeNull();
});
