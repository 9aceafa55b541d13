import type { Call } from "../handle";
import { atMostEvery } from "./at-most-every";
import { eventStream } from "./event-stream";
import { submissionInPublic } from "./submission-in-public";
import { watchSubmissions } from "./watch-submissions";

const leastMsBetween = 1000;

/** Tells everybody that a benchmark's table changed: `benchmark` with its slug, when a submission of it appears in public. */
export async function benchmarkEvents({
  request,
  params,
  api,
  ctx,
}: Call<{ slug: string }>): Promise<Response> {
  const { slug } = await api.benchmarks.get(params);
  return eventStream(request, (send) => {
    const tell = atMostEvery(leastMsBetween, () => send("benchmark", { slug }));
    const unwatch = watchSubmissions(async (moved) => {
      if (moved === null || (await submissionInPublic(ctx, moved)) === slug) tell.call();
    });
    return () => {
      unwatch();
      tell.cancel();
    };
  });
}
