import { crowdFile } from "@/app/_components/figure/drawing/crowd-file";
import { drawingCacheKey } from "@/app/_components/figure/drawing/drawing-cache-key";
import { type ServerFrame, serverFrames } from "@/app/_components/figure/drawing/server-frames";
import { aspectOf } from "@/app/_components/shell/aspect-of";
import { sharedAnswer } from "@/app/_components/shell/shared-answer";
import { viewQuery } from "@/app/_components/shell/view-query";
import { cachedText } from "@/server/api/cached-text";
import { handle } from "@/server/api/handle";
import { commonHeaders } from "@/server/api/security-headers";

/** The outlines of a benchmark's crowd, to which the figure on its page refers. */
export const GET = handle<{ slug: string; frame: string }>(async ({ api, params, query, request }) => {
  const { slug, frame } = params;
  if (!isFrame(frame)) return new Response(null, { status: 404, headers: commonHeaders });
  const view = { ...viewQuery(query), slug };
  const aspect = aspectOf(view);
  const facts = await api.leaderboards.figureFacts(view);
  const text = await cachedText(drawingCacheKey(facts, ["crowd", frame, aspect]), facts.revision, async () =>
    crowdFile({ figure: await api.leaderboards.figure(view), frame: serverFrames[frame], aspect }),
  );
  return sharedAnswer(text, request);
});

const isFrame = (name: string): name is ServerFrame => Object.hasOwn(serverFrames, name);
