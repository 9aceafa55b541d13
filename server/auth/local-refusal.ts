import { env } from "../env";
import { received } from "../web-process/received";
import { whyNotAtHome } from "./why-not-at-home";

/**
 * Why what the local sign-in gives (it has no password: being at this machine is what it goes by) is not given to the request that is
 * being answered, and does not count in it; null where it does. `off`: this site has no local sign-in at all.
 */
export function localRefusal(): { off: boolean; why: string } | null {
  if (!env().localSignInAllowed) return { off: true, why: "this site has no local sign-in" };
  const why = whyNotAtHome(received());
  return why === null ? null : { off: false, why: `the request ${why}` };
}
