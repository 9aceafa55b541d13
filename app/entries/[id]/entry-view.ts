import { viewQuery } from "@/app/_components/shell/view-query";
import type { Caller } from "@/server/api/root";
import { entryQuerySchema } from "@/server/api/routers/entries";
import type { Entry } from "@/server/leaderboards/schemas/entry-schema";

/** An entry on the test set, metric and scale that an address asks for. */
export function entryView(api: Caller, id: string, query: Record<string, string>): Promise<Entry> {
  const { testSet, metric, scale } = viewQuery(query);
  return api.entries.get(entryQuerySchema.parse({ id, testSet, metric, scale }));
}
