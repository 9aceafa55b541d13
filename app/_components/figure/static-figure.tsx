import { api } from "@/server/api/caller";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";

import type { ViewQuery } from "../shell/view-query";
import { cachedDrawing } from "./drawing/cached-drawing";
import type { ServerFrame } from "./drawing/server-frames";

/** The figure as the server draws it, in two sizes: scaled down to a phone, the desk's type would be too small. */
export async function StaticFigure({ frames = ["desk", "phone"], ...given }: StaticFigureProps) {
  const { leaderboards } = await api();
  const drawings = await Promise.all(
    frames.map(async (frame) => ({ frame, __html: await cachedDrawing({ ...given, frame, leaderboards }) })),
  );
  // Our own text, with names escaped. As React elements a crowd would cost more than the rest of the page.
  return drawings.map(({ frame, __html }) => (
    <div key={frame} className={`for-${frame}`} dangerouslySetInnerHTML={{ __html }} />
  ));
}

interface StaticFigureProps {
  benchmark: { slug: string; name: string };
  facts: FigureFacts;
  view?: ViewQuery;
  highlighted?: string;
  frames?: readonly ServerFrame[];
}
