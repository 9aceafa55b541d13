import { headers } from "next/headers";
import { siteOrigin } from "@/app/_components/shell/site-origin";
import type { Entry } from "@/server/leaderboards/leaderboard-schema";
import { citeEntry } from "./cite-entry";

/** The citation of an entry as it stands now, at the address that it was asked by. */
export async function citeHere(entry: Entry): Promise<string> {
  return citeEntry(entry, { origin: siteOrigin(await headers()), at: new Date() });
}
