import type { Call } from "../handle";
import { atMostEvery } from "./at-most-every";
import { eventStream } from "./event-stream";
import { submissionInPublic } from "./submission-in-public";
import { watchChannel } from "./watch-channel";

const leastMsBetween = 1000;

/**
 * Tells everybody that a benchmark's page changed: sends `benchmark` with its slug when a submission to it becomes public, and
 * when its fits are stored after a release or an import.
 */
export async function benchmarkEvents({
  request,
  params,
  api,
  ctx,
}: Call<{ slug: string }>): Promise<Response> {
  const { id, slug } = await api.benchmarks.get(params);
  return eventStream(request, ctx.viewer, (send) => {
    const tell = atMostEvery(leastMsBetween, () => send("benchmark", { slug }));
    const unwatchSubmissions = watchChannel("rung_submission", async (moved) => {
      if (moved === null || (await submissionInPublic(ctx, moved)) === slug) tell.call();
    });
    const unwatchFits = watchChannel("rung_benchmark", (changed) => {
      if (changed === null || changed === id) tell.call();
    });
    return () => {
      unwatchSubmissions();
      unwatchFits();
      tell.cancel();
    };
  });
}
