import { expect, test } from "vitest";
import { deviations, type ReferenceModel } from "@/server/statistics/deviations";
import { leaveFamilyOutError } from "@/server/statistics/families/leave-family-out-error";
import { leaveOneOutError } from "@/server/statistics/leave-one-out-error";
import { scales } from "@/server/statistics/scale";
import { calibrateFamilies } from "../../../bench/families";

const x = [0.61, 0.66, 0.68, 0.7, 0.73, 0.76, 0.79, 0.83];
const y = [0.5, 0.54, 0.57, 0.6, 0.61, 0.66, 0.68, 0.74];
const at = (accuracy: number, total: number) => ({ accuracy, total });

const referencesOf = (times: number, families: boolean): ReferenceModel[] =>
  x.flatMap((original, i) =>
    Array.from({ length: times }, (_, copy) => ({
      id: `${i}.${copy}`,
      original: at(original, 50_000),
      new: at(y[i]!, 10_000),
      family: families ? `family ${i}` : null,
    })),
  );
const entries = [
  { id: "entry", team: "team", decidedAt: 1, original: at(0.75, 50_000), new: at(0.67, 10_000), step: 0.01 },
];

test("models listed four times as one family judge others, and themselves, as if listed once", () => {
  const once = deviations({ references: referencesOf(1, false), entries, scale: "logit" });
  const declared = deviations({ references: referencesOf(4, true), entries, scale: "logit" });
  expect(declared.entries[0]!.deviation!.t).toBeCloseTo(once.entries[0]!.deviation!.t, 6);
  expect(declared.entries[0]!.deviation!.p).toBeCloseTo(once.entries[0]!.deviation!.p, 6);
  declared.references.forEach(({ deviation }, i) => {
    expect(deviation!.t).toBeCloseTo(once.references[Math.floor(i / 4)]!.deviation!.t, 6);
    expect(deviation!.residual).toBeCloseTo(once.references[Math.floor(i / 4)]!.deviation!.residual, 10);
  });
});

test("a model's own family has no say in where the line is for it", () => {
  const twins = (second: number): ReferenceModel[] => [
    ...referencesOf(1, false),
    { id: "first", original: at(0.9, 50_000), new: at(0.95, 10_000), family: "zero-shot" },
    { id: "second", original: at(0.89, 50_000), new: at(second, 10_000), family: "zero-shot" },
  ];
  const residual = (second: number) =>
    deviations({ references: twins(second), entries: [], scale: "logit" }).references.at(-2)!.deviation!
      .residual;
  expect(residual(0.94)).toBeCloseTo(residual(0.7), 12);
});

test("where families lie off the line together, declaring them makes marks rare and intervals cover", () => {
  const board = { families: 12, size: 6, scatter: 0.06, shared: 0.9, boards: 300 };
  const declared = calibrateFamilies({ ...board, declared: true });
  expect(declared.entries).toBeLessThan(0.055);
  expect(declared.references).toBeLessThan(0.09);
  expect(declared.covered).toBeGreaterThan(0.85);
  const undeclared = calibrateFamilies({ ...board, declared: false });
  expect(undeclared.entries).toBeGreaterThan(1.5 * declared.entries);
  expect(undeclared.covered).toBeLessThan(0.65);
});

test("where they do not, declaring them costs little", () => {
  const board = { families: 24, size: 3, scatter: 0.06, shared: 0, boards: 300 };
  const [declared, undeclared] = [true, false].map((known) =>
    calibrateFamilies({ ...board, declared: known }),
  );
  expect(Math.abs(declared!.entries - undeclared!.entries)).toBeLessThan(0.01);
  expect(Math.abs(declared!.references - undeclared!.references)).toBeLessThan(0.02);
  expect(declared!.covered).toBeGreaterThan(0.88);
});

test("the leave-one-out error of families is that of models listed once, and that of models where each is alone", () => {
  const alone = leaveOneOutError(x, y, scales.logit)!;
  const each = x.map((_, i) => [i]);
  expect(leaveFamilyOutError(x, y, each, scales.logit)).toBeCloseTo(alone, 10);
  const members = x.map((_, i) => [2 * i, 2 * i + 1]);
  const twice = (values: number[]) => values.flatMap((value) => [value, value]);
  expect(leaveFamilyOutError(twice(x), twice(y), members, scales.logit)).toBeCloseTo(alone, 10);
  expect(leaveFamilyOutError(x.slice(0, 3), y.slice(0, 3), each.slice(0, 3), scales.logit)).toBeNull();
});
