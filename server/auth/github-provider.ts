import GithubProvider, { type GithubProfile } from "next-auth/providers/github";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { AuthSettings } from "./auth-settings";

/**
 * Sign-in with GitHub (github.com, or a GitHub Enterprise host by its addresses), or nothing if it is not configured. A public
 * profile is enough and needs no scope; `readsAddresses` asks for the e-mail addresses too.
 */
export function githubProvider(
  settings: Pick<AuthSettings, "githubId" | "githubSecret" | "githubUrl" | "githubApiUrl">,
  { readsAddresses }: { readsAddresses: boolean },
): OAuthConfig<GithubProfile>[] {
  const { githubId, githubSecret, githubUrl, githubApiUrl } = settings;
  if (!githubId || !githubSecret) return [];
  const scope = readsAddresses ? "user:email" : "";
  const github = GithubProvider({ clientId: githubId, clientSecret: githubSecret });
  return [
    {
      ...github,
      issuer: `${githubUrl}/login/oauth`,
      authorization: { url: `${githubUrl}/login/oauth/authorize`, params: { scope } },
      token: `${githubUrl}/login/oauth/access_token`,
      userinfo: `${githubApiUrl}/user`,
      checks: ["state", "pkce"],
    },
  ];
}
