import type { TableOneColumn } from "./printed/table-one";

/**
 * Why a number here is not the printed one: AutoAugment models without released predictions; equal counts, which share a rank here;
 * an end rounded twice; the third Fisher-vector model, without released predictions; and, of the ImageNet line, nothing certain.
 */
export type Cause = "autoaugment" | "tie" | "roundedTwice" | "fv16k" | "notKnown";

/** A printed number, ours in the same digits (null where there is none but the printed one), and why they differ, if they do. */
export interface Compared {
  paper: string;
  here: string | null;
  causes: readonly Cause[];
}

const ranks = ["originalRank", "newRank"] as const;
const moves = ["newRank", "deltaRank"] as const;

const ofTableOne: { cause: Cause; models: string[]; columns: readonly TableOneColumn[] }[] = [
  {
    cause: "autoaugment",
    models: [
      "shake_shake_64d_cutout",
      "wide_resnet_28_10",
      "resnet_basic_110",
      "vgg_15_BN_64",
      "cudaconvnet",
      "random_features_256k_aug",
    ],
    columns: ranks,
  },
  { cause: "autoaugment", models: ["shake_shake_64d_cutout"], columns: ["deltaRank"] },
  { cause: "tie", models: ["vgg_15_BN_64", "pnasnet_large_tf"], columns: moves },
  { cause: "roundedTwice", models: ["shake_shake_64d_cutout"], columns: ["freshUpper"] },
];

/** Why this number of table 1 is another here; none where it is the same. */
export function causesOf(model: string, column: TableOneColumn): Cause[] {
  return ofTableOne
    .filter(({ models, columns }) => models.includes(model) && columns.includes(column))
    .map(({ cause }) => cause);
}
