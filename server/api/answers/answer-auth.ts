import NextAuth from "next-auth";
import { authOptions } from "../../auth/auth-options";
import { env } from "../../env";
import { RungError } from "../../errors";
import { rulesReadAddresses } from "../../teams/vouch-rules/rules-read-addresses";
import { clientAddress } from "../../web-process/client-address";
import { hostIsLoopback } from "../../web-process/host-is-loopback";
import { spendRate } from "../../web-process/spend-rate";
import { authLogger } from "../auth-logger";
import { openContext } from "../context";
import { explainError } from "../explain-error";
import { log } from "../log";
import { problem } from "../problem";
import { wholeHeaders } from "../security-headers";

type Route = { params: Promise<{ nextauth: string[] }> };

/** Answers everything below /api/auth: sign-in, its callbacks, the session, sign-out. */
export async function answerAuth(request: Request, route: Route): Promise<Response> {
  try {
    const { nextauth } = await route.params;
    // Here next-auth would let anybody write their own lines to our log.
    if (nextauth[0] === "_log") throw new RungError("not_found", "There is no such address.");
    if (nextauth[0] === "callback") await spendRate("sign-in", clientAddress(request.headers));
    const atHome = hostIsLoopback(request.headers.get("host"));
    const ctx = await openContext();
    const options = authOptions({
      ctx,
      settings: env(),
      hostIsLoopback: atHome,
      readsAddresses: nextauth[0] === "signin" && (await rulesReadAddresses({ ctx })),
      onTrouble: (err) => log().warn({ err }, "facts about a sign-in could not be had, or not be used"),
    });
    return withHeaders(await NextAuth({ ...options, logger: authLogger(log()) })(request, route));
  } catch (error) {
    return problem(explainError(error));
  }
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
