import { keepByRevision } from "../leaderboards/keep-by-revision";

/** Letters that this process keeps; a drawing of 11,500 points has about 100,000. */
const mostLetters = 20_000_000;

/** Text that pages made of a revision's public answers: `keptText(key, revision, make)`. See keepByRevision. */
export const keptText = keepByRevision<string>({ most: mostLetters, weigh: (text) => text.length });
