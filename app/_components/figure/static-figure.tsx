import type { Figure, FigureFacts } from "@/server/leaderboards/leaderboard-schema";
import { deskFrame, phoneFrame } from "./frame";
import { keptDrawing } from "./kept-drawing";

/** The figure as the server draws it, once for a desk and once for a phone, whose type would be too small otherwise. */
export async function StaticFigure({
  benchmark,
  facts,
  load,
  lit = null,
}: {
  benchmark: string;
  facts: FigureFacts;
  /** Gets the points, if they have to be drawn. */
  load: () => Promise<Figure>;
  lit?: string | null;
}) {
  const given = { benchmark, facts, load, lit };
  const desk = await keptDrawing({ ...given, frame: deskFrame, labels: 12 });
  const phone = await keptDrawing({ ...given, frame: phoneFrame, labels: 7 });
  // Our own text, in which names are escaped: as elements, a crowd would cost React more than all the rest of the page.
  return (
    <>
      <div className="for-desk" dangerouslySetInnerHTML={{ __html: desk }} />
      <div className="for-phone" dangerouslySetInnerHTML={{ __html: phone }} />
    </>
  );
}
