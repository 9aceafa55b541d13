import { drawFigure } from "@/app/_components/figure/drawing/draw-figure";
import { serverFrames } from "@/app/_components/figure/drawing/server-frames";
import { svgFile } from "@/app/_components/figure/drawing/svg-file";
import { figureWords } from "@/app/_components/figure/figure-words";
import type { Aspect } from "@/app/_components/shell/aspect-of";
import type { BenchmarkView } from "@/server/leaderboards/schemas/benchmark-schema";
import type { Figure } from "@/server/leaderboards/schemas/figure-schema";

/** The figure of a benchmark as an SVG file, with its legend; `highlighted` is an entry to be ringed and labelled. */
export function figureFile(
  benchmark: BenchmarkView,
  figure: Figure,
  { aspect = "equal", highlighted = null }: { aspect?: Aspect; highlighted?: string | null } = {},
): string {
  const words = figureWords(benchmark.name, figure);
  const view = { figure, frame: serverFrames.desk, aspect };
  return svgFile(drawFigure(view, words, { highlighted, legend: true }));
}
