import { describe, expect, test } from "vitest";
import { constantShiftSlope } from "@/server/statistics/constant-shift";
import { curvature } from "@/server/statistics/curvature";
import { leaveOneOutError } from "@/server/statistics/leave-one-out-error";
import { scales } from "@/server/statistics/scale";
import { twoLevelValues } from "./images/two-level-values";
import { absent, referenceRows, timmResults } from "./reference-data";

const imagenet = referenceRows("imagenet.csv");
const cifar10 = referenceRows("cifar10.csv");
const timm = timmResults();

type Board = { original: number[]; new: number[] };

const ofPercent = (rows: { original: string | number; new: string | number }[]): Board => ({
  original: rows.map((row) => Number(row.original) / 100),
  new: rows.map((row) => Number(row.new) / 100),
});
const imagenetOn = (set: string, withFisher = false) =>
  ofPercent(
    imagenet!
      .filter(({ model }) => withFisher || !model!.startsWith("fv_"))
      .map((row) => ({ original: row.val_top1_pct!, new: row[`${set}_top1_pct`]! })),
  );
const cifarOn = (version: "v4" | "v6"): Board => ({
  original: cifar10!.map((row) => Number(row.orig_correct) / Number(row.orig_n)),
  new: cifar10!.map((row) => Number(row[`${version}_correct`]) / Number(row[`${version}_n`])),
});

const boards: Record<string, () => Board> = {
  "cifar10.csv, v4, 30 models": () => cifarOn("v4"),
  "cifar10.csv, v6, 30 models": () => cifarOn("v6"),
  "imagenet.csv, matched_frequency top-1, 64 models": () => imagenetOn("matched_frequency"),
  "imagenet.csv, threshold0.7 top-1, 64 models": () => imagenetOn("threshold0.7"),
  "imagenet.csv, top_images top-1, 66 models": () => imagenetOn("top_images", true),
  "timm, (model, img_size), top-1, 1556 rows": () => ofPercent(timm!),
};

describe.skipIf(!twoLevelValues || !imagenet || !cifar10 || !timm)(
  twoLevelValues ? "another program's values" : absent,
  () => {
    test.each(Object.keys(boards))("of bend and leave-one-out error: %s", (name) => {
      const board = boards[name]!();
      for (const scale of ["linear", "logit", "probit"] as const) {
        const { forward } = scales[scale];
        const values = twoLevelValues!.curvature[name]![scale];
        const bend = curvature(board.original.map(forward), board.new.map(forward))!;
        expect(bend / values.t_quadratic).toBeCloseTo(1, 5);
        const error = leaveOneOutError(board.original, board.new, scales[scale])!;
        expect((100 * error) / values.loo_rmse_points).toBeCloseTo(1, 5);
      }
    });

    test.each([
      ["cifar", () => cifarOn("v4")],
      ["imagenet_matched_frequency_64", () => imagenetOn("matched_frequency")],
      ["timm_1556", () => ofPercent(timm!)],
    ])("of the slope that a constant drop in each scale gives: %s", (name, board) => {
      const { original, new: fresh } = board();
      const change = fresh.reduce((sum, p, i) => sum + p - original[i]!, 0) / fresh.length;
      for (const shifted of ["linear", "logit", "probit"] as const) {
        const values = twoLevelValues!.constant_shift[name]![`constant shift in ${shifted}`]!;
        for (const judged of ["linear", "logit", "probit"] as const) {
          if (shifted === "linear") continue;
          const found = constantShiftSlope({
            original,
            change,
            shifted: scales[shifted],
            judged: scales[judged],
          });
          expect(found).toBeCloseTo(values[judged], 5);
        }
      }
    });
  },
);

test("too few models, or models at one place, have no bend and no leave-one-out error", () => {
  expect(curvature([1, 2, 3], [1, 2, 4])).toBeNull();
  expect(curvature([1, 1, 1, 1], [1, 2, 3, 4])).toBeNull();
  expect(curvature([1, 1, 2, 2], [1, 2, 3, 4])).toBeNull();
  expect(leaveOneOutError([0.5, 0.6], [0.4, 0.5], scales.logit)).toBeNull();
  expect(leaveOneOutError([0.5, 0.5, 0.5], [0.4, 0.5, 0.6], scales.linear)).toBeNull();
});

test("no constant drop explains a change beyond all accuracies, nor a line through one place", () => {
  const given = { shifted: scales.probit, judged: scales.logit };
  expect(constantShiftSlope({ ...given, original: [0.5, 0.6], change: -0.9 })).toBeNull();
  expect(constantShiftSlope({ ...given, original: [0.5, 0.5], change: -0.1 })).toBeNull();
});
