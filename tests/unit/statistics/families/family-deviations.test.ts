import { expect, test } from "vitest";
import { deviations, type ReferenceModel } from "@/server/statistics/deviations";
import { leaveFamilyOutError } from "@/server/statistics/families/leave-family-out-error";
import { leaveOneOutError } from "@/server/statistics/leave-one-out-error";
import { scales } from "@/server/statistics/scale";
import { seededRandom } from "@/server/statistics/seeded-random";

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

/** Reference models of which families lie off the line together, and an entry that lies off it as one family does. */
function board(random: () => number, declared: boolean) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const model = (family: number, effect: number) => {
    const original = 0.6 + 0.25 * random();
    const coordinate = 0.93 * scales.logit.forward(original) - 0.5 + effect + 0.01 * normal();
    return {
      id: `${family}`,
      original: at(original, 1e9),
      new: at(scales.logit.back(coordinate), 1e9),
      family: declared ? `family ${family}` : null,
    };
  };
  const references = Array.from({ length: 12 }, (_, family) => {
    const effect = 0.04 * normal();
    return Array.from({ length: 6 }, () => model(family, effect));
  }).flat();
  return {
    references,
    entries: [{ ...model(-1, 0.04 * normal()), team: "team", decidedAt: 1 }],
    scale: "logit",
  } as const;
}

test("an entry that lies off the line as families do is marked in one of twenty boards, and more often undeclared", () => {
  const boards = 1_500;
  const marked = (declared: boolean) => {
    const random = seededRandom(5);
    let count = 0;
    for (let i = 0; i < boards; i++)
      if (deviations(board(random.fraction, declared)).entries[0]!.mark) count += 1;
    return count / boards;
  };
  const declared = marked(true);
  expect(declared).toBeGreaterThan(0.03);
  expect(declared).toBeLessThan(0.065);
  expect(marked(false)).toBeGreaterThan(0.075);
});

test("references whose families lie off the line together are marked on few boards", () => {
  const random = seededRandom(6);
  const share = (declared: boolean) => {
    let count = 0;
    for (let i = 0; i < 400; i++)
      if (deviations(board(random.fraction, declared)).references.some(({ mark }) => mark)) count += 1;
    return count / 400;
  };
  expect(share(true)).toBeLessThan(0.1);
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
