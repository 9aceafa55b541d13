/** A row of table 2 as printed: how often annotators chose its images, and the average change of accuracy in points. */
export interface TableTwoRow {
  testSet: string;
  selectionFrequency: string;
  top1: string;
  top5: string;
}

/** Table 2: the three ways of sampling a new ImageNet test set. */
export const tableTwo: readonly TableTwoRow[] = [
  { testSet: "MatchedFrequency", selectionFrequency: "0.73", top1: "-11.8", top5: "-8.2" },
  { testSet: "Threshold0.7", selectionFrequency: "0.85", top1: "-3.2", top5: "-1.2" },
  { testSet: "TopImages", selectionFrequency: "0.93", top1: "+2.1", top5: "+1.8" },
];
