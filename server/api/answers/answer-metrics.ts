import { authorise } from "../../auth/authorise";
import { localRefusal } from "../../auth/local-refusal";
import type { Call } from "../handle";
import { metrics } from "../metrics";
import { apiHeaders } from "../security-headers";

/**
 * Prometheus' text format: for a maintainer's token, or for whoever could sign in without a password, because they are at this
 * machine.
 */
export async function answerMetrics({ ctx }: Call<unknown>): Promise<Response> {
  if (localRefusal()) authorise(ctx.viewer, "maintainer");
  const { registry } = metrics();
  const headers = { ...apiHeaders, "content-type": registry.contentType };
  return new Response(await registry.metrics(), { headers });
}
