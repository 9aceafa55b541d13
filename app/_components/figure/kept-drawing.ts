import { keptText } from "@/server/api/kept-text";
import type { Figure, FigureFacts } from "@/server/leaderboards/leaderboard-schema";
import { drawFigure } from "./draw-figure";
import { figureWords } from "./figure-words";
import type { Frame } from "./frame";
import { svgText } from "./svg-text";

/**
 * A benchmark's figure as SVG text, drawn once for a revision, a line and what else is seen of it. It is made of the points and
 * the line that the figure's procedure gives to everybody, so that nothing is kept that is not public.
 */
export function keptDrawing({
  benchmark,
  facts,
  load,
  frame,
  labels,
  lit,
}: {
  benchmark: string;
  facts: FigureFacts;
  load: () => Promise<Figure>;
  frame: Frame;
  labels: number;
  lit: string | null;
}): Promise<string> {
  const { benchmark: id, testSet, metric, fit } = facts;
  const { scale, models, slope, intercept, slopeInterval, pending } = fit;
  const line = [scale, models, slope, intercept, slopeInterval, pending];
  const key = JSON.stringify([id, benchmark, testSet, metric, line, frame.width, labels, lit]);
  return keptText(key, facts.revision, async () => {
    const figure = await load();
    return svgText(drawFigure({ figure, frame }, figureWords(benchmark, figure), { lit, labels }));
  });
}
