import { authOptions } from "@/server/auth/auth-options";
import { type AuthSettings } from "@/server/auth/auth-settings";
import { viewerOf } from "@/server/auth/viewer-of";
import { arrive, arrived } from "../../fixtures/arrive";
import { webTest } from "../api/web-test";
import { authBrowser } from "./auth-browser";
import { startFakeGithub } from "./fake-github";

/** A test of signing in with a GitHub on loopback, in browsers of its own. */
export const signInTest = webTest({ RUNG_LOCAL_SIGN_IN: "1" })
  .extend("github", { scope: "file" }, async ({}, { onCleanup }) => {
    const github = await startFakeGithub({ clientId: "client", clientSecret: "open_sesame" });
    onCleanup(() => github.close());
    return github;
  })
  .extend(
    "settings",
    { scope: "file" },
    ({ github }): AuthSettings => ({
      nextAuthUrl: "http://127.0.0.1:3000",
      nextAuthSecret: process.env.NEXTAUTH_SECRET,
      githubId: "client",
      githubSecret: "open_sesame",
      githubUrl: github.url,
      githubApiUrl: github.apiUrl,
      localSignInAllowed: false,
    }),
  )
  /** What went wrong in learning whom a rule may vouch for. */
  .extend("troubles", { scope: "file" }, (): unknown[] => [])
  .extend("browserOf", { scope: "file" }, ({ site, settings, troubles }) => {
    return (changes: Partial<AuthSettings> = {}, atHome = true, host?: string) =>
      authBrowser(
        () =>
          authOptions({
            ctx: site.ctx,
            settings: { ...settings, ...changes },
            atHome,
            readsAddresses: false,
            onTrouble: (error) => void troubles.push(error),
          }),
        host,
      );
  })
  .extend(
    "whoIs",
    { scope: "file" },
    ({ site }) =>
      async (jar: Record<string, string>, request = arrived()) => {
        const cookie = Object.entries(jar).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
        const headers = new Headers({ cookie: cookie.join("; ") });
        return await arrive(request, async () => (await viewerOf(site.ctx, headers)).viewer);
      },
  );

/** Presses the button, goes to GitHub and comes back. */
export async function signInWithGithub(browser: ReturnType<typeof authBrowser>) {
  const leaving = await browser.signIn("signin/github");
  const atGithub = await fetch(leaving.location!, { redirect: "manual" });
  const back = new URL(atGithub.headers.get("location")!);
  return { leaving, back, page: await browser.visit(back.pathname + back.search) };
}
