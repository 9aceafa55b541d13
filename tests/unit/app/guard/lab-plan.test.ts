import { expect, test } from "vitest";
import { ceilingTables } from "@/app/guard/_lab/ceiling-tables";
import { defaultFields } from "@/app/guard/_lab/fields/lab-fields";
import { parseFields } from "@/app/guard/_lab/fields/parse-fields";
import { policyCeiling } from "@/app/guard/_lab/policy-ceiling";
import { planRuns } from "@/app/guard/_lab/runs/plan-runs";
import { durationText, runDuration } from "@/app/guard/_lab/runs/run-duration";
import { shellCommand } from "@/app/guard/_lab/shell-command";
import { attack } from "@/server/cli/commands/attack";
import { runAttack } from "@/server/release/attacks/run-attack";
import { defaultPolicy } from "@/server/release/default-policy";

const planOf = (change: Partial<typeof defaultFields>) =>
  planRuns(parseFields({ ...defaultFields, ...change }).settings!);

test("a plan is the same attack and seed against every policy, the default that of the test set's size", () => {
  const plan = planOf({ n: "9000", seed: "7" });
  expect(plan.map(({ key }) => key)).toEqual(["exact", "rounded", "fixed", "free", "bare", "gated"]);
  expect(new Set(plan.map(({ seed }) => seed))).toEqual(new Set([7]));
  const policies = Object.fromEntries(plan.map(({ key, attack }) => [key, attack.policy]));
  expect(policies.gated).toEqual(defaultPolicy(9000).policy);
  expect(policies.bare).toEqual({ kind: "gated-ladder", eta: "0.01", c: 3 });
});

test("the command beside a curve makes the same numbers", async () => {
  const [run] = planOf({ n: "200", k: "30", runs: "2", policies: "gated", classes: "3", signed: "1" });
  const words = shellCommand(run!).split("npm run -s rung -- attack ")[1]!.split(" ");
  let out = "";
  await attack(
    words.map((word) => word.replace(/^'|'$/g, "")),
    {
      stdin: (async function* () {})(),
      stdout: (text) => {
        out += text;
      },
      stderr: () => {},
    },
  );
  expect(JSON.parse(out).bias).toEqual(runAttack(run!.attack, run!));
});

// By hand: k log2(101) + log2(k + 1) bits for k = 10 answers on 100 images, 70.04 of them; sqrt(70.04 ln 2 / 200) = 0.4927.
test("answering always gives away every value of every answer", () => {
  const counts = { images: 100, submissions: 10, teams: 1 };
  expect(policyCeiling({ kind: "exact" }, counts)).toBeCloseTo(0.4927, 4);
});

// By hand: log2 C(30, 6) + log2 31 + 6 log2 51 = 19.179 + 4.954 + 34.035 = 58.168 bits; sqrt(58.168 ln 2 / 4000) = 0.10040.
test("a limit on climbs caps what a ladder gives away", () => {
  const { policy, lifetime } = defaultPolicy(2000);
  const counts = { images: 2000, submissions: lifetime, teams: 1 };
  expect(policyCeiling(policy, counts)).toBeCloseTo(0.1004, 5);
  expect(policyCeiling({ ...policy, climbs: undefined }, counts)).toBeGreaterThan(0.15);
});

test("no number of climbs gives away more than the one that the ceiling counts", () => {
  const policy = { kind: "gated-ladder", eta: "0.1", c: 0 } as const;
  const counts = { images: 50, submissions: 12, teams: 1 };
  const limited = Array.from({ length: 12 }, (_, i) => policyCeiling({ ...policy, climbs: i + 1 }, counts));
  expect(policyCeiling(policy, counts)).toBe(Math.max(...limited));
});

test("what was measured stays below the theorem, and grows with the teams, the defaults of today first", () => {
  const tables = ceilingTables();
  expect(tables.map(({ images, current }) => [images, current])).toEqual([
    [10_000, true],
    [2000, true],
    [10_000, false],
    [2000, false],
  ]);
  for (const { rows, unsure } of tables) {
    for (const { measured, ceiling } of rows) {
      for (const found of measured) if (found) expect(found.bias).toBeLessThan(ceiling);
    }
    unsure.forEach((_, column) => {
      const curve = rows.flatMap(({ measured }) => measured[column]?.bias ?? []);
      expect(curve).toEqual(curve.toSorted((a, b) => a - b));
    });
  }
});

test("only a run of a minute or more is announced", () => {
  const { settings } = parseFields(defaultFields);
  expect(durationText(runDuration(settings!))).toBeNull();
  const long = parseFields({ ...defaultFields, attack: "inference", n: "50000", k: "5000", teams: "100" });
  expect(durationText(runDuration(long.settings!))).toMatch(/hours/);
});
