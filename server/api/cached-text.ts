import { cacheByRevision } from "../leaderboards/cache-by-revision";

/** The most characters cached in this process; a drawing of 11,500 points has about 100,000. */
const mostLetters = 20_000_000;

/** Text that pages derive from a revision's public answers: `cachedText(key, revision, make)`. See cacheByRevision. */
export const cachedText = cacheByRevision<string>({ most: mostLetters, weigh: (text) => text.length });
