import NextAuth from "next-auth";
import { authOptions } from "../../auth/auth-options";
import { localRefusal } from "../../auth/local-refusal";
import { parseCookies } from "../../auth/parse-cookies";
import { refuseCrossSite } from "../../auth/refuse-cross-site";
import { env } from "../../env";
import { RungError } from "../../errors";
import { rulesReadAddresses } from "../../teams/vouch-rules/rules-read-addresses";
import { clientAddress } from "../../web-process/client-address";
import { received } from "../../web-process/received";
import { spendRate } from "../../web-process/spend-rate";
import { authLogger } from "../auth-logger";
import { openContext } from "../context";
import { explainError } from "../explain-error";
import { log } from "../log";
import { problem } from "../problem";
import { publicOrigin } from "../public-origin";
import { wholeHeaders } from "../security-headers";

type Route = { params: Promise<{ nextauth: string[] }> };

/** Answers everything below /api/auth: sign-in, its callbacks, the session, sign-out. */
export async function answerAuth(request: Request, route: Route): Promise<Response> {
  try {
    const { nextauth } = await route.params;
    const [action, provider] = nextauth;
    // Here next-auth would let anybody write their own lines to our log.
    if (action === "_log") throw new RungError("not_found", "There is no such address.");
    refuseCallback(request);
    const refusal = localRefusal();
    if (provider === "local") {
      if (refusal) throw refuseLocal(refusal.why);
      refuseCrossSite(request, publicOrigin());
    }
    if (action === "callback") await spendRate("sign-in", clientAddress(received(), env()));
    const ctx = await openContext();
    const options = authOptions({
      ctx,
      settings: env(),
      atHome: refusal === null,
      readsAddresses: action === "signin" && (await rulesReadAddresses({ ctx })),
      onTrouble: (err) => log().warn({ err }, "facts about a sign-in could not be had, or not be used"),
    });
    return withHeaders(await NextAuth({ ...options, logger: authLogger(log()) })(request, route));
  } catch (error) {
    return problem(explainError(error));
  }
}

/** What next-auth would call a fault of the site's own: an address to return to, in the query or left in a cookie, that is none. */
function refuseCallback({ url, headers }: Request): void {
  const given = new URL(url).searchParams.getAll("callbackUrl");
  const stored = Object.entries(parseCookies(headers.get("cookie")))
    .filter(([name]) => name.endsWith("next-auth.callback-url"))
    .map(([, value]) => value);
  const isAddress = (text: string) => /^(https?:|\/)/.test(text) && URL.canParse(text, "http://here");
  if ([...given, ...stored].every((text) => text === "" || isAddress(text))) return;
  throw new RungError("bad_input", "callbackUrl is not an address of this site.", "Leave it out.");
}

function refuseLocal(why: string): RungError {
  return new RungError(
    "forbidden",
    `The local sign-in was refused, because ${why}: it has no password, and anyone who reached it from elsewhere would be a maintainer.`,
    'On the site\'s own machine, open its address at 127.0.0.1 in a browser. For everybody else set up sign-in with GitHub (README, "Running it for others"), or make tokens with `npm run -s rung -- token create`.',
  );
}

/** A redirect to our own origin keeps the host name that the visitor used: `localhost` or `127.0.0.1`, for example. */
function withHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(wholeHeaders)) headers.set(name, value);
  const location = headers.get("location");
  const { nextAuthUrl } = env();
  if (location && nextAuthUrl && new URL(location, nextAuthUrl).origin === new URL(nextAuthUrl).origin) {
    const { pathname, search } = new URL(location, nextAuthUrl);
    // Two leading slashes would name another host.
    if (!pathname.startsWith("//")) headers.set("location", pathname + search);
  }
  return new Response(response.body, { status: response.status, headers });
}
