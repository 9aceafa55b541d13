import type { NextAuthOptions } from "next-auth";
import type { GithubProfile } from "next-auth/providers/github";
import type { Context } from "../context";
import { isLoopback } from "../env";
import { RungError } from "../errors";
import { vouchByRule } from "../teams/vouch-rules/vouch-by-rule";
import { cleanName } from "../text/clean-name";
import { linkable } from "../text/web-address";
import type { AuthSettings } from "./auth-settings";
import { githubFacts } from "./github-facts";
import { githubProvider } from "./github-provider";
import { localProvider } from "./local-provider";
import { signIn } from "./sign-in";

/**
 * How people sign in: with GitHub if configured; on a laptop with the local sign-in, offered only if the settings allow it and
 * the request is `atHome`. The session is an encrypted cookie with nothing but the user's id and the way in: role and team are read
 * at every request. With `readsAddresses`, GitHub is asked for e-mail addresses too, for rules that vouch by them; what goes wrong
 * in asking for such facts is told to `onTrouble`, and stops nobody from signing in. Throws `not_configured` if cookies would not
 * be secret.
 */
export function authOptions({
  ctx,
  settings,
  atHome,
  readsAddresses,
  onTrouble,
}: {
  ctx: Pick<Context, "db" | "now" | "queue">;
  settings: AuthSettings;
  /** Whether the request was sent by somebody at this machine. */
  atHome: boolean;
  readsAddresses: boolean;
  onTrouble: (error: unknown) => void;
}): NextAuthOptions {
  refuseUnsafe(settings);
  const local = settings.localSignInAllowed && atHome;
  return {
    secret: settings.nextAuthSecret,
    useSecureCookies: usesSecureCookies(settings),
    session: { strategy: "jwt", maxAge: 30 * 24 * 3600 },
    providers: [...githubProvider(settings, { readsAddresses }), ...(local ? [localProvider(ctx)] : [])],
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks: {
      async jwt({ token, user, account, profile }) {
        if (!account) return { sub: token.sub, via: token.via };
        if (account.provider === "local") return { sub: user.id, via: "local" };
        const { login, created_at } = profile as GithubProfile;
        const identity = {
          // GitHub's own names have nothing else; an Enterprise host may map them from elsewhere.
          name: cleanName(login, 60) || `github-${account.providerAccountId}`,
          email: user.email ? cleanName(user.email, 254) : null,
          image: user.image ? linkable(user.image) : null,
        };
        const accountId = account.providerAccountId;
        const input = { provider: account.provider, accountId, ...identity };
        const { userId, teamId } = await signIn({ ctx, input });
        const { githubApiUrl: apiUrl } = settings;
        const factsFor = githubFacts({ apiUrl, token: account.access_token, login, created_at, onTrouble });
        await vouchByRule({ ctx, input: { teamId, factsFor } }).catch(onTrouble);
        return { sub: userId, via: account.provider };
      },
    },
  };
}

/** Cookies are sent over https only, except on a laptop. */
export function usesSecureCookies(settings: Pick<AuthSettings, "nextAuthUrl">): boolean {
  return settings.nextAuthUrl?.startsWith("https://") ?? false;
}

function refuseUnsafe({ nextAuthUrl, nextAuthSecret }: AuthSettings) {
  if (!nextAuthSecret) {
    throw new RungError(
      "not_configured",
      "Nobody can sign in: NEXTAUTH_SECRET is not set.",
      "Set it to at least 16 random characters, the same for every web process.",
    );
  }
  if (
    nextAuthUrl &&
    new URL(nextAuthUrl).protocol !== "https:" &&
    !isLoopback(new URL(nextAuthUrl).hostname)
  ) {
    throw new RungError(
      "not_configured",
      "Nobody can sign in: NEXTAUTH_URL is not an https address, so anyone on the way could read the cookie.",
      "Put the site behind https and set NEXTAUTH_URL to that address.",
    );
  }
}
