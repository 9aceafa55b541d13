import type { PaperBenchmark } from "../test-sets";

/** The numbers of a row of table 1, in its order; accuracies, intervals and gap in percent, as printed. */
export const tableOneColumns = [
  "originalRank",
  "original",
  "originalLower",
  "originalUpper",
  "fresh",
  "freshLower",
  "freshUpper",
  "gap",
  "newRank",
  "deltaRank",
] as const;
export type TableOneColumn = (typeof tableOneColumns)[number];

export type TableOneCells = Record<TableOneColumn, string>;

const cifar10 = `
 1 autoaug_pyramid_net_tf   98.4 [98.1, 98.6] 95.5 [94.5, 96.4]  2.9  1  0
 6 shake_shake_64d_cutout   97.1 [96.8, 97.4] 93.0 [91.8, 94.1]  4.1  5  1
16 wide_resnet_28_10        95.9 [95.5, 96.3] 89.7 [88.3, 91.0]  6.2 14  2
23 resnet_basic_110         93.5 [93.0, 93.9] 85.2 [83.5, 86.7]  8.3 24 -1
27 vgg_15_BN_64             93.0 [92.5, 93.5] 84.9 [83.2, 86.4]  8.1 27  0
30 cudaconvnet              88.5 [87.9, 89.2] 77.5 [75.7, 79.3] 11.0 30  0
31 random_features_256k_aug 85.6 [84.9, 86.3] 73.1 [71.1, 75.1] 12.5 31  0`;

const imagenet = `
 1 pnasnet_large_tf         82.9 [82.5, 83.2] 72.2 [71.3, 73.1] 10.7  3 -2
 4 nasnetalarge             82.5 [82.2, 82.8] 72.2 [71.3, 73.1] 10.3  1  3
21 resnet152                78.3 [77.9, 78.7] 67.0 [66.1, 67.9] 11.3 21  0
23 inception_v3_tf          78.0 [77.6, 78.3] 66.1 [65.1, 67.0] 11.9 24 -1
30 densenet161              77.1 [76.8, 77.5] 65.3 [64.4, 66.2] 11.8 30  0
43 vgg19_bn                 74.2 [73.8, 74.6] 61.9 [60.9, 62.8] 12.3 44 -1
64 alexnet                  56.5 [56.1, 57.0] 44.0 [43.0, 45.0] 12.5 64  0
65 fv_64k                   35.1 [34.7, 35.5] 24.1 [23.2, 24.9] 11.0 65  0`;

/** Table 1 as printed: on ImageNet, top-1 on the original set and on MatchedFrequency. */
export const tableOne: Record<PaperBenchmark, { model: string; cells: TableOneCells }[]> = {
  "cifar-10": rowsOf(cifar10),
  imagenet: rowsOf(imagenet),
};

function rowsOf(printed: string) {
  return printed
    .trim()
    .split("\n")
    .map((line) => {
      const [rank, model, ...numbers] = line.trim().split(/[\s[\],]+/);
      const texts = [rank!, ...numbers];
      const cells = Object.fromEntries(tableOneColumns.map((column, i) => [column, texts[i]!]));
      return { model: model!, cells: cells as TableOneCells };
    });
}
