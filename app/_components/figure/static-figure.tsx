import type { Figure } from "@/server/leaderboards/leaderboard-schema";
import { drawFigure } from "./draw-figure";
import { figureWords } from "./figure-words";
import { deskFrame, phoneFrame } from "./frame";
import { SvgDrawing } from "./svg-drawing";

/** The figure as the server draws it, once for a desk and once for a phone, whose type would be too small otherwise. */
export function StaticFigure({
  benchmark,
  figure,
  lit = null,
}: {
  benchmark: string;
  figure: Figure;
  lit?: string | null;
}) {
  const words = figureWords(benchmark, figure);
  return (
    <>
      <div className="for-desk">
        <SvgDrawing drawing={drawFigure({ figure, frame: deskFrame }, words, { lit })} />
      </div>
      <div className="for-phone">
        <SvgDrawing drawing={drawFigure({ figure, frame: phoneFrame }, words, { lit, labels: 7 })} />
      </div>
    </>
  );
}
