import type { Call } from "../handle";
import { bibtexAnswer } from "./bibtex-answer";
import { entryCitation } from "./entry-citation";
import { getEntryAnswer } from "./get-entry-answer";

/** The BibTeX entry of an entry, on the test set and metric in the address. */
export async function getEntryCitation(call: Call<{ id: string }>): Promise<Response> {
  const entry = await getEntryAnswer(call);
  const citation = entryCitation(entry, { headers: call.request.headers, at: call.ctx.now() });
  return bibtexAnswer(citation, `${entry.benchmark.slug}-${entry.name}`);
}
