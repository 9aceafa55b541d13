import { viewQuery } from "@/app/_components/shell/view-query";
import { figureFile } from "@/app/benchmarks/[slug]/figure-file";
import type { Caller } from "@/server/api/root";
import { entryView } from "./entry-view";

/** The figure of an entry's benchmark as an SVG file, with the entry ringed and named. */
export async function entryFigure(api: Caller, id: string, query: Record<string, string>) {
  const { name, benchmark, metric, testSet } = await entryView(api, id, query);
  const figure = await api.leaderboards.figure({
    slug: benchmark.slug,
    metric,
    testSet: testSet ?? undefined,
    scale: viewQuery(query).scale,
  });
  return { name: `${name}-${benchmark.slug}`, file: figureFile(benchmark, figure, { highlighted: id }) };
}
