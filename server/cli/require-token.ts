import { env } from "../env";
import { RungError } from "../errors";

/** The token with which a command speaks to a site. Throws `sign_in_needed` without one. */
export function requireToken(): string {
  const { token } = env();
  if (token) return token;
  throw new RungError(
    "sign_in_needed",
    "RUNG_TOKEN is not set.",
    "Create a token with `npm run -s rung -- token create --user NAME`, or on the site.",
  );
}
