import { expect, test } from "vitest";
import { typeErrorsAfter } from "../../fixtures/type-errors-after";

/** What a policy rounds to, when it climbs and how often, its noise, what is known against it, and its words. */
const whatKnowsPolicies = [
  "app/_components/words/describe-policy.ts",
  "app/_components/words/policy-names.ts",
  "server/release/answers-always.ts",
  "server/release/attacks/probe-plan.ts",
  "server/release/best-simulated-attack.ts",
  "server/release/climb-chance-from-rung.ts",
  "server/release/climb-limit.ts",
  "server/release/climb-table.ts",
  "server/release/compares-images.ts",
  "server/release/draw-noise.ts",
  "server/release/policy-warnings.ts",
  "server/release/rounding-grid.ts",
  "server/release/step-ladder.ts",
];

/** The column of its counts, their field in the log, who reads a stored evaluation, and what the paper prints; all else follows the list. */
const whatKnowsMetrics = [
  "db/schema/evaluations.ts",
  "server/audit-log/evaluation-fields.ts",
  "server/audit-log/shown/expected-scores.ts",
  "server/audit/history/export-submissions.ts",
  "server/paper/compare-table-two.ts",
  "server/references/record-reference.ts",
  "server/submissions/release/step-pool.ts",
];

// A whole type check takes half a minute of a processor, so both edits share one.
test("a new kind of policy and a new metric do not compile until every place that must know them does", () => {
  const refused = typeErrorsAfter({
    "server/release/policy.ts": (source) =>
      source.replace(
        'z.strictObject({ kind: z.literal("exact") }),',
        '$& z.strictObject({ kind: z.literal("median-ladder"), width: z.int() }),',
      ),
    "server/evaluation/metric.ts": (source) => source.replace("top5: 5", "top3: 3, top5: 5"),
  });
  expect(refused).toEqual([...whatKnowsPolicies, ...whatKnowsMetrics].sort());
});
