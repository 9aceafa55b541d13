import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { runAttack } from "@/server/release/attacks/run-attack";
import { ceilingSeed, type MeasuredPolicy, measuredPolicies } from "@/server/release/measured-ceilings";

/** Rows measured already; delete the file after a change to the attacks. */
const file = ".rung/bench/ceilings.jsonl";
/** As many teams as the first-release budget of a large pool lets in without a maintainer, 100 at most; 20 are that of 2,000 images. */
const teamsOf = (images: number) => (images >= 10_000 ? [1, 3, 10, 30, 100] : [1, 3, 10, 20, 30, 100]);
const repetitionsOf = (images: number, teams: number) =>
  (teams <= 1 ? 100 : teams <= 3 ? 60 : teams <= 10 ? 24 : teams <= 30 ? 10 : 4) * (images >= 10_000 ? 1 : 3);

type Shape = { images: number; policy: MeasuredPolicy["policy"]; unsure: number; teams: number };
type Row = Shape & { bias: number; standardError: number; repetitions: number };

/**
 * What the attack by inference reaches with all budgets spent, as rows of server/release/measured-ceilings.ts; the same seed gives the same
 * rows. Some ten minutes on a quiet machine; stopped, it goes on where it was.
 */
export function benchCeilings(): void {
  mkdirSync(dirname(file), { recursive: true });
  const known: Row[] = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(readRow) : [];
  for (const unsure of [0.3, 0.1]) {
    for (const measured of measuredPolicies) {
      const { images, policy } = measured;
      console.log(`${images} images, ${JSON.stringify(policy)}`);
      for (const teams of teamsOf(images)) {
        const shape = { images, policy, unsure, teams };
        const row = known.find((row) => isOf(row, shape)) ?? measure(measured, shape);
        console.log(`[${row.unsure}, ${row.teams}, ${row.bias}, ${row.standardError}, ${row.repetitions}],`);
      }
    }
  }
}

function measure({ lifetime }: MeasuredPolicy, shape: Shape): Row {
  const repetitions = repetitionsOf(shape.images, shape.teams);
  const attack = { ...shape, kind: "inference", classes: 2, submissions: lifetime, signed: false } as const;
  const { mean, sd } = runAttack(attack, { repetitions, seed: ceilingSeed }).at(-1)!;
  const row = {
    ...shape,
    bias: round(mean),
    standardError: round(sd / Math.sqrt(repetitions)),
    repetitions,
  };
  appendFileSync(file, `${JSON.stringify(row)}\n`);
  return row;
}

const readRow = (line: string): Row => JSON.parse(line);

function isOf(row: Row, { images, policy, unsure, teams }: Shape): boolean {
  return (
    row.images === images &&
    row.unsure === unsure &&
    row.teams === teams &&
    JSON.stringify(row.policy) === JSON.stringify(policy)
  );
}

function round(share: number): number {
  return Math.round(share * 1e5) / 1e5;
}
