import { expect, test } from "vitest";
import { authOptions } from "@/server/auth/auth-options";
import { type AuthSettings } from "@/server/auth/auth-settings";
import type { Context } from "@/server/context";

const given = { ctx: {} as Context, readsAddresses: false, onTrouble: () => {} };
const laptop: AuthSettings = {
  nextAuthUrl: "http://127.0.0.1:3000",
  nextAuthSecret: "0123456789abcdef",
  githubId: undefined,
  githubSecret: undefined,
  githubUrl: "https://github.com",
  githubApiUrl: "https://api.github.com",
  localSignInAllowed: true,
};
const production: AuthSettings = {
  ...laptop,
  nextAuthUrl: "https://rung.example.org",
  githubId: "id",
  githubSecret: "secret",
  localSignInAllowed: false,
};
const providers = (settings: AuthSettings, atHome: boolean) =>
  authOptions({ ...given, settings, atHome }).providers.map(({ id, options }) => options?.id ?? id);

test("a laptop offers the local sign-in", () => {
  expect(providers(laptop, true)).toEqual(["local"]);
});

test("the local sign-in is gone when the request is not from this machine, or the settings do not allow it", () => {
  expect(providers(laptop, false)).toEqual([]);
  expect(providers({ ...laptop, localSignInAllowed: false }, true)).toEqual([]);
  expect(providers(production, true)).toEqual(["github"]);
});

test("cookies travel over https only in production", () => {
  expect(authOptions({ ...given, settings: production, atHome: false }).useSecureCookies).toBe(true);
  expect(authOptions({ ...given, settings: laptop, atHome: true }).useSecureCookies).toBe(false);
});

test.each([
  ["without a secret", { ...production, nextAuthSecret: undefined }, /NEXTAUTH_SECRET/],
  [
    "at an http address that others reach",
    { ...production, nextAuthUrl: "http://rung.example.org" },
    /https/,
  ],
])("nobody signs in %s", (_when, settings, words) => {
  expect(() => authOptions({ ...given, settings, atHome: false })).toThrow(words);
});

test("a session holds the user's id, the way in and nothing else", async () => {
  const { jwt } = authOptions({ ...given, settings: laptop, atHome: true }).callbacks!;
  const token = { sub: "user", name: "Ada", email: "ada@example.org", picture: "x" };
  const account = { provider: "local", type: "credentials", providerAccountId: "Ada" } as const;
  const user = { id: "user", name: "Ada", email: "ada@example.org" };
  const session = await jwt!({ token, user, account });
  expect(session).toEqual({ sub: "user", via: "local" });
  expect(await jwt!({ token: { ...token, ...session }, user, account: null })).toEqual(session);
});

test.each([
  [false, ""],
  [true, "user:email"],
])("GitHub is asked for e-mail addresses only where a rule goes by them (%s)", (readsAddresses, scope) => {
  const [github] = authOptions({
    ...given,
    readsAddresses,
    settings: production,
    atHome: false,
  }).providers;
  expect(github).toMatchObject({ authorization: { params: { scope } } });
});
