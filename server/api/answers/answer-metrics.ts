import { authorise } from "../../auth/authorise";
import { env } from "../../env";
import { hostIsLoopback } from "../../web-process/host-is-loopback";
import type { Call } from "../handle";
import { metrics } from "../metrics";
import { apiHeaders } from "../security-headers";

/**
 * Prometheus' text: for a maintainer's token, or for everybody where the site listens on loopback only (which `start` and `web` tell
 * it by allowing the local sign-in). The request's own word about where it comes from is not asked.
 */
export async function answerMetrics({ request, ctx }: Call<unknown>): Promise<Response> {
  const atHome = env().localSignInAllowed && hostIsLoopback(request.headers.get("host"));
  if (!atHome) authorise(ctx.viewer, "maintainer");
  const { registry } = metrics();
  const headers = { ...apiHeaders, "content-type": registry.contentType };
  return new Response(await registry.metrics(), { headers });
}
