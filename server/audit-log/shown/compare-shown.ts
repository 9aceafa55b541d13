import type { Database } from "../../../db/client";
import { compareBenchmarks } from "./compare-benchmarks";
import { compareCounts } from "./compare-counts";
import { compareErrors } from "./compare-errors";
import { compareExistence } from "./compare-existence";
import { compareOwnReferences } from "./compare-own-references";
import { comparePublished } from "./compare-published";
import { compareSubmission } from "./compare-submission";
import { compareTeams } from "./compare-teams";
import { compareTestSets } from "./compare-test-sets";
import type { Grounds } from "./grounds";
import { loadBlock } from "./stored-submission";

/**
 * Checks that every number and mark that pages show, and what records and ranks follow from, is what the log leads to.
 * @param blocks of submissions to look at
 * @returns what does not agree, in words that name the column, or null
 */
export async function compareShown(
  db: Database,
  blocks: readonly number[],
  grounds: Grounds,
): Promise<string | null> {
  return (
    (await compareBenchmarks(db)) ??
    (await compareTestSets(db)) ??
    (await compareTeams(db)) ??
    (await compareExistence(db)) ??
    (await compareSubmissions(db, blocks, grounds)) ??
    (await compareOwnReferences(db)) ??
    (await compareCounts(db)) ??
    (await comparePublished(db))
  );
}

async function compareSubmissions(
  db: Database,
  blocks: readonly number[],
  grounds: Grounds,
): Promise<string | null> {
  // The next block is read while one is compared.
  const load = (i: number) => {
    const loaded = i < blocks.length ? loadBlock(db, blocks[i]!) : Promise.resolve([]);
    loaded.catch(() => {});
    return loaded;
  };
  let next = load(0);
  for (let i = 0; i < blocks.length; i += 1) {
    const stored = await next;
    next = load(i + 1);
    for (const submission of stored) {
      const problem = compareSubmission(submission, grounds);
      if (problem) return problem;
    }
    const ids = stored.map(({ row }) => row.id);
    const problem = await compareErrors(db, ids, grounds);
    if (problem) return problem;
  }
  return null;
}
