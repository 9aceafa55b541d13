import type { Database } from "../../../db/client";
import { compareBenchmarks } from "./compare-benchmarks";
import { compareCounts } from "./compare-counts";
import { compareErrors } from "./compare-errors";
import { compareOwnReferences } from "./compare-own-references";
import { comparePublished } from "./compare-published";
import { compareSubmissions } from "./compare-submissions";
import { compareTeams, mergedTeams } from "./compare-teams";
import { compareTestSets } from "./compare-test-sets";

/**
 * Checks that every number and mark that pages show, and what records and ranks follow from, is what the log leads to.
 * @returns what does not agree, in words that name the column, or null
 */
export async function compareShown(db: Database): Promise<string | null> {
  return (
    (await compareBenchmarks(db)) ??
    (await compareTestSets(db)) ??
    (await compareTeams(db)) ??
    (await compareSubmissions(db, await mergedTeams(db))) ??
    (await compareOwnReferences(db)) ??
    (await compareCounts(db)) ??
    (await compareErrors(db)) ??
    (await comparePublished(db))
  );
}
