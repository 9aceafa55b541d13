import { defaultPolicy } from "@/server/release/default-policy";
import { type MeasuredCeiling, measuredCeilings } from "@/server/release/measured-ceilings";
import { policyCeiling } from "./policy-ceiling";

/** For a number of colluding teams: the bias measured at each share of unsure images, and the theorem's ceiling. */
interface CeilingRow {
  teams: number;
  measured: (MeasuredCeiling | null)[];
  ceiling: number;
}

export interface CeilingTable {
  images: number;
  lifetime: number;
  unsure: number[];
  rows: CeilingRow[];
}

/** What was measured against the default policies, a table for each size of test set, the largest first; fractions. */
export function ceilingTables(measurements: readonly MeasuredCeiling[] = measuredCeilings): CeilingTable[] {
  return distinct(measurements.map(({ images }) => images)).map((images) => {
    const here = measurements.filter((row) => row.images === images);
    const { policy, lifetime } = defaultPolicy(images);
    const unsure = distinct(here.map((row) => row.unsure));
    const rows = distinct(here.map(({ teams }) => teams))
      .toReversed()
      .map((teams) => ({
        teams,
        measured: unsure.map(
          (share) => here.find((row) => row.unsure === share && row.teams === teams) ?? null,
        ),
        ceiling: policyCeiling(policy, { images, submissions: lifetime, teams }),
      }));
    return { images, lifetime, unsure, rows };
  });
}

const distinct = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => b - a);
