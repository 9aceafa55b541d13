/** The columns that are there unless a reader chooses others, as an address names them. */
export const usualColumns = "newAccuracy,residual,originalAccuracy,gap,originalRank,deltaRank";
