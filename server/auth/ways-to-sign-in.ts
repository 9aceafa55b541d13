import { env } from "../env";
import { hostIsLoopback } from "../web-process/host-is-loopback";

/** The ways to sign in for a request: the ids of next-auth's providers, for `signIn("github")` or `signIn("local")`. */
export function waysToSignIn(headers: Headers): { github: boolean; local: boolean } {
  const { githubId, localSignInAllowed } = env();
  return { github: githubId !== undefined, local: localSignInAllowed && hostIsLoopback(headers.get("host")) };
}
