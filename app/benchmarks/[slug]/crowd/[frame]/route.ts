import { crowdFile } from "@/app/_components/figure/drawing/crowd-file";
import { figureKey } from "@/app/_components/figure/drawing/figure-key";
import { type FrameName, frames } from "@/app/_components/plot/frame";
import { sharedAnswer } from "@/app/_components/shell/shared-answer";
import { viewQuery } from "@/app/_components/shell/view-query";
import { cachedText } from "@/server/api/cached-text";
import { handle } from "@/server/api/handle";
import { commonHeaders } from "@/server/api/security-headers";

/** The outlines of a benchmark's crowd, which its figure on a page refers to. */
export const GET = handle<{ slug: string; frame: string }>(async ({ api, params, query, request }) => {
  const { slug, frame } = params;
  if (!isFrame(frame)) return new Response(null, { status: 404, headers: commonHeaders });
  const view = { ...viewQuery(query), slug };
  const facts = await api.leaderboards.figureFacts(view);
  const text = await cachedText(figureKey(facts, ["crowd", frame]), facts.revision, async () =>
    crowdFile({ figure: await api.leaderboards.figure(view), frame: frames[frame] }),
  );
  return sharedAnswer(text, request);
});

const isFrame = (name: string): name is FrameName => Object.hasOwn(frames, name);
