import type { PaperBenchmark } from "../test-sets";

/** The numbers of a fitted line: slope, and intercept in points, each with the ends of its 95 % interval. */
export const lineColumns = [
  "slope",
  "slopeLower",
  "slopeUpper",
  "intercept",
  "interceptLower",
  "interceptUpper",
] as const;

export type LineCells = Record<(typeof lineColumns)[number], string>;

/** The lines of new on original accuracy as printed, from 100,000 bootstrap samples. */
export const printedLines: Readonly<Record<PaperBenchmark, LineCells>> = {
  "cifar-10": {
    slope: "1.69",
    slopeLower: "1.63",
    slopeUpper: "1.76",
    intercept: "-72.7",
    interceptLower: "-78.6",
    interceptUpper: "-67.5",
  },
  imagenet: {
    slope: "1.11",
    slopeLower: "1.07",
    slopeUpper: "1.19",
    intercept: "-20.2",
    interceptLower: "-26.0",
    interceptUpper: "-17.8",
  },
};
