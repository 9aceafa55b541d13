import { primaryMetric } from "../../evaluation/metric";
import { citeEntry } from "../../leaderboards/cite";
import type { Entry } from "../../leaderboards/schemas/entry-schema";
import { siteOrigin } from "../site-origin";

/** The BibTeX entry of an entry as it is now, with the address at which the sender of the headers can find it again. */
export function entryCitation(
  entry: Entry,
  { headers, at = new Date() }: { headers: Headers; at?: Date },
): string {
  const { id, testSet, metric } = entry;
  const view = new URLSearchParams({
    ...(testSet !== null && { testSet }),
    ...(metric !== primaryMetric && { metric }),
  });
  const path = `/entries/${id}${view.size > 0 ? `?${view}` : ""}`;
  return citeEntry({ entry, url: siteOrigin(headers) + path, at });
}
