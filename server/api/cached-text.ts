import { cacheByRevision } from "../leaderboards/cache-by-revision";

/** Letters that this process keeps; a drawing of 11,500 points has about 100,000. */
const mostLetters = 20_000_000;

/** Text that pages made of a revision's public answers: `cachedText(key, revision, make)`. See cacheByRevision. */
export const cachedText = cacheByRevision<string>({ most: mostLetters, weigh: (text) => text.length });
