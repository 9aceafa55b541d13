import { cachedText } from "@/server/api/cached-text";
import type { Caller } from "@/server/api/root";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { svgText } from "../../plot/svg-text";
import { aspectOf } from "../../shell/aspect-of";
import { type ViewQuery, viewHref } from "../../shell/view-query";
import { figureWords } from "../figure-words";
import { drawFigure } from "./draw-figure";
import { drawingCacheKey } from "./drawing-cache-key";
import { type ServerFrame, serverFrames } from "./server-frames";

/**
 * A benchmark's figure as SVG text, drawn once for each revision, line and view. It is made of the points and the line that the
 * figure's procedure gives to everybody, so that nothing is cached that is not public.
 */
export function cachedDrawing({
  benchmark: { slug, name },
  facts,
  view: { testSet, metric, scale, points, aspect } = {},
  highlighted = null,
  frame,
  leaderboards,
}: {
  benchmark: { slug: string; name: string };
  facts: FigureFacts;
  view?: ViewQuery;
  highlighted?: string | null;
  frame: ServerFrame;
  leaderboards: Pick<Caller["leaderboards"], "figure">;
}): Promise<string> {
  const view = { testSet, metric, scale, points, aspect };
  const key = drawingCacheKey(facts, [name, frame, aspectOf(view), highlighted]);
  return cachedText(key, facts.revision, async () => {
    const figure = await leaderboards.figure({ slug, ...view });
    const words = figureWords(name, figure);
    const shown = frame === "card" ? { ...words, titles: null } : words;
    const outlines = viewHref(`/benchmarks/${slug}/crowd/${frame}`, view);
    const drawn = { figure, frame: serverFrames[frame], aspect: aspectOf(view) };
    return svgText(drawFigure(drawn, shown, { highlighted, outlines }));
  });
}
