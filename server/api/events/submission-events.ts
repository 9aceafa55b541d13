import type { Call } from "../handle";
import { atMostEvery } from "./at-most-every";
import { eventStream } from "./event-stream";
import { watchChannel } from "./watch-channel";

const leastMsBetween = 300;

/** Tells those who may see a submission that it changed: sends `submission` with its id. Throws `not_found` for everybody else. */
export async function submissionEvents({
  request,
  params,
  api,
  ctx,
}: Call<{ id: string }>): Promise<Response> {
  const { id } = await api.submissions.get(params);
  return eventStream(request, ctx.viewer, (send) => {
    const tell = atMostEvery(leastMsBetween, () => send("submission", { id }));
    const unwatch = watchChannel("rung_submission", (moved) => {
      if (moved === id || moved === null) tell.call();
    });
    return () => {
      unwatch();
      tell.cancel();
    };
  });
}
