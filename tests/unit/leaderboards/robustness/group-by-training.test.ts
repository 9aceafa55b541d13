import { expect, test } from "vitest";
import { groupByTraining } from "@/server/leaderboards/robustness/group-by-training";

type Row = Parameters<typeof groupByTraining>[0][number];

const row = (changes: Partial<Row>): Row => ({
  training: "standard",
  residual: 0,
  mark: null,
  kind: "reference",
  notInFit: null,
  ...changes,
});

test("groups come in the order of the list, undeclared models last, and those without a distance nowhere", () => {
  const groups = groupByTraining([
    row({ training: null }),
    row({ training: "zero-shot" }),
    row({ training: "standard" }),
    row({ training: "robust", residual: null }),
  ]);
  expect(groups.map(({ training, models }) => [training, models])).toEqual([
    ["standard", 1],
    ["zero-shot", 1],
    [null, 1],
  ]);
});

test("a group says how far its models lie, how many are marked, and how many the line is fitted to", () => {
  const rows = [
    row({ residual: 0.03, mark: "above" }),
    row({ residual: -0.01 }),
    row({ residual: 0.002, notInFit: "another kind of model" }),
    row({ residual: -0.02, mark: "below", kind: "entry" }),
  ];
  expect(groupByTraining(rows)).toEqual([
    {
      training: "standard",
      models: 4,
      fitted: 2,
      above: 1,
      below: 1,
      median: -0.004,
      least: -0.02,
      most: 0.03,
    },
  ]);
});
