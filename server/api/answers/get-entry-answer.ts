import type { Call } from "../handle";
import { entryQuerySchema } from "../routers/entries";

/** One entry of a table, on the test set and metric in the address. */
export function getEntryAnswer({ api, params, query }: Call<{ id: string }>) {
  return api.entries.get(entryQuerySchema.parse({ ...query, ...params }));
}
