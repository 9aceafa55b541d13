import { env, isLoopback } from "../env";

/** The site's public origin, if one is configured. */
export function publicOrigin(): string | null {
  const { nextAuthUrl } = env();
  if (!nextAuthUrl) return null;
  const { hostname, origin } = new URL(nextAuthUrl);
  return isLoopback(hostname) ? null : origin;
}
