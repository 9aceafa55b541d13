import type { Attack } from "@/server/release/attacks/attack";

/** The lab's fields as text, under the same names in the form and in the address. */
export interface LabFields {
  attack: string;
  n: string;
  classes: string;
  k: string;
  u: string;
  teams: string;
  runs: string;
  seed: string;
  signed: string;
  policies: string;
  eta: string;
  c: string;
  climbs: string;
  noise: string;
  noisyGate: string;
}

/** Settings of each attack that show its curves within seconds on a laptop. */
export const startingShapes: Record<Attack["kind"], Pick<LabFields, "n" | "k" | "u" | "teams" | "runs">> = {
  boosting: { n: "4000", k: "700", u: "1", teams: "1", runs: "8" },
  climbing: { n: "2000", k: "100", u: "1", teams: "1", runs: "12" },
  sandbag: { n: "2000", k: "30", u: "0.3", teams: "1", runs: "20" },
  inference: { n: "2000", k: "30", u: "0.3", teams: "1", runs: "20" },
};

export const defaultFields: LabFields = {
  attack: "boosting",
  ...startingShapes.boosting,
  classes: "2",
  seed: "1",
  signed: "",
  policies: "exact,rounded,fixed,free,bare,gated",
  eta: "0.01",
  c: "3",
  climbs: "10",
  noise: "0.5",
  noisyGate: "1",
};
