import { citeBenchmark } from "../../leaderboards/cite";
import { leaderboardQuerySchema } from "../../leaderboards/schemas/leaderboard-query";
import type { Call } from "../handle";
import { siteOrigin } from "../site-origin";
import { bibtexAnswer } from "./bibtex-answer";

const names = Object.keys(leaderboardQuerySchema.omit({ slug: true }).shape);

/** The BibTeX entry of a benchmark's table, with the address of the requested view. */
export async function getBenchmarkCitation({ request, params, query, ctx, api }: Call<{ slug: string }>) {
  const benchmark = await api.benchmarks.get(params);
  leaderboardQuerySchema.parse({ ...query, ...params });
  const view = new URLSearchParams(names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  const path = `/benchmarks/${benchmark.slug}${view.size > 0 ? `?${view}` : ""}`;
  const citation = citeBenchmark({ benchmark, url: siteOrigin(request.headers) + path, at: ctx.now() });
  return bibtexAnswer(citation, benchmark.slug);
}
