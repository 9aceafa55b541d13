import type { ViewQuery } from "@/app/_components/table/view-query";
import type { Caller } from "@/server/api/root";
import type { Leaderboard } from "@/server/leaderboards/leaderboard-schema";

/** A view's table with the rows of all its pages. */
export async function wholeTable(api: Caller, slug: string, view: ViewQuery): Promise<Leaderboard> {
  const first = await api.leaderboards.get({ ...view, slug, page: 1 });
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page++) {
    rows.push(...(await api.leaderboards.get({ ...view, slug, page })).rows);
  }
  return { ...first, rows, pages: 1 };
}
