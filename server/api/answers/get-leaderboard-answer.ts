import { leaderboardQuerySchema } from "../../leaderboards/schemas/leaderboard-query";
import type { Call } from "../handle";
import { apiHeaders } from "../security-headers";
import { csvAnswer } from "./csv-answer";
import { formatSchema } from "./format-schema";
import { leaderboardCsv } from "./leaderboard-csv";

/**
 * A page of the table, or all of it with `page=all`, as JSON or, with `format=csv`, as CSV; the `Link` header gives the next
 * page.
 */
export async function getLeaderboardAnswer(call: Call<{ slug: string }>): Promise<Response> {
  const format = formatSchema.parse(call.query.format);
  const { page, ...rest } = call.query;
  const query = { ...rest, ...call.params };
  const leaderboard =
    page === "all"
      ? await call.api.leaderboards.export(leaderboardQuerySchema.parse(query))
      : await call.api.leaderboards.get(leaderboardQuerySchema.parse({ page, ...query }));
  const headers = new Headers(apiHeaders);
  if (leaderboard.page < leaderboard.pages) {
    const next = new URL(call.request.url);
    next.searchParams.set("page", String(leaderboard.page + 1));
    headers.set("link", `<${next.pathname}${next.search}>; rel="next"`);
  }
  if (format === "json") return Response.json(leaderboard, { headers });
  return csvAnswer(leaderboardCsv(leaderboard), `${call.params.slug}-${leaderboard.metric}`, headers);
}
