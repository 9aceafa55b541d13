import { authorise } from "../../auth/authorise";
import { env } from "../../env";
import { hostIsLoopback } from "../../web-process/host-is-loopback";
import type { Call } from "../handle";
import { metrics } from "../metrics";
import { apiHeaders } from "../security-headers";

/**
 * Prometheus' text format: for a maintainer's token, or for everybody if the site listens on loopback only (then `start` and
 * `web` allow the local sign-in). What the request itself says about its origin is not trusted.
 */
export async function answerMetrics({ request, ctx }: Call<unknown>): Promise<Response> {
  const atHome = env().localSignInAllowed && hostIsLoopback(request.headers.get("host"));
  if (!atHome) authorise(ctx.viewer, "maintainer");
  const { registry } = metrics();
  const headers = { ...apiHeaders, "content-type": registry.contentType };
  return new Response(await registry.metrics(), { headers });
}
