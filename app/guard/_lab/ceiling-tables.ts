import { defaultPolicy } from "@/server/release/default-policy";
import {
  type MeasuredCeiling,
  type MeasuredPolicy,
  measuredPolicies,
} from "@/server/release/measured-ceilings";
import type { GatedLadder } from "@/server/release/policy";
import { policyCeiling } from "./policy-ceiling";

/** For a number of colluding teams: the bias measured at each share of unsure images, and the theorem's ceiling. */
interface CeilingRow {
  teams: number;
  measured: (MeasuredCeiling | null)[];
  ceiling: number;
}

export interface CeilingTable {
  images: number;
  policy: GatedLadder;
  lifetime: number;
  /** Whether the policy is the default of today, not one of earlier pools. */
  current: boolean;
  unsure: number[];
  rows: CeilingRow[];
}

/** What was measured, a table for each policy and size of test set; fractions. */
export function ceilingTables(measurements: readonly MeasuredPolicy[] = measuredPolicies): CeilingTable[] {
  return measurements.map(({ images, policy, lifetime, ceilings }) => {
    const unsure = distinct(ceilings.map((row) => row.unsure));
    const rows = distinct(ceilings.map(({ teams }) => teams))
      .toReversed()
      .map((teams) => ({
        teams,
        measured: unsure.map(
          (share) => ceilings.find((row) => row.unsure === share && row.teams === teams) ?? null,
        ),
        ceiling: policyCeiling(policy, { images, submissions: lifetime, teams }),
      }));
    const current = JSON.stringify(defaultPolicy(images).policy) === JSON.stringify(policy);
    return { images, policy, lifetime, current, unsure, rows };
  });
}

const distinct = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => b - a);
