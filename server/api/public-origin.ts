import { env, isLoopback } from "../env";

/** The origin that others reach the site by, where one is configured. */
export function publicOrigin(): string | null {
  const { nextAuthUrl } = env();
  if (!nextAuthUrl) return null;
  const { hostname, origin } = new URL(nextAuthUrl);
  return isLoopback(hostname) ? null : origin;
}
