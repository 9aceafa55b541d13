import { cachedText } from "@/server/api/cached-text";
import type { Caller } from "@/server/api/root";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { type FrameName, frames } from "../../plot/frame";
import { svgText } from "../../plot/svg-text";
import { type ViewQuery, viewHref } from "../../shell/view-query";
import { figureWords } from "../figure-words";
import { drawFigure } from "./draw-figure";
import { figureKey } from "./figure-key";

/** How many names at most. */
const labels = { desk: 12, phone: 7, card: 0 };

/**
 * A benchmark's figure as SVG text, drawn once for a revision, a line and what else is seen of it. It is made of the points and
 * the line that the figure's procedure gives to everybody, so that nothing is kept that is not public.
 */
export function cachedDrawing({
  benchmark: { slug, name },
  facts,
  view: { testSet, metric, scale, points } = {},
  highlighted = null,
  frame,
  leaderboards,
}: {
  benchmark: { slug: string; name: string };
  facts: FigureFacts;
  view?: ViewQuery;
  highlighted?: string | null;
  frame: FrameName;
  leaderboards: Pick<Caller["leaderboards"], "figure">;
}): Promise<string> {
  const view = { testSet, metric, scale, points };
  return cachedText(figureKey(facts, [name, frame, highlighted]), facts.revision, async () => {
    const figure = await leaderboards.figure({ slug, ...view });
    const words = figureWords(name, figure);
    const outlines = viewHref(`/benchmarks/${slug}/crowd/${frame}`, view);
    const given = { highlighted, labels: labels[frame], outlines };
    const shown = frame === "card" ? { ...words, titles: null } : words;
    return svgText(drawFigure({ figure, frame: frames[frame] }, shown, given));
  });
}
