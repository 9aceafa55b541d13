import { benjaminiHochberg } from "./benjamini-hochberg";
import { type Deviation, deviation, type MeasuredModel, type Prediction } from "./deviation";
import { familyMembers } from "./families/family-members";
import { familyPredictions } from "./families/family-predictions";
import { predictions } from "./predictions";
import { type ScaleName, scales } from "./scale";

/** A reference model; `inFit: false` excludes it from the line, and models of one `family` are left out together. */
export type ReferenceModel = MeasuredModel & { id: string; inFit?: boolean; family?: string | null };

/** A climbed submission; of each team only the latest climb (largest `decidedAt`, any clock) is tested. */
export type ClimbedEntry = MeasuredModel & { id: string; team: string; decidedAt: number };

/**
 * A model's deviation with its mark and the p-value corrected over its family; all null if it has no finite coordinate or the
 * line has too few models to judge. `adjustedP` is also null for a climb that a later one replaced.
 */
export type JudgedDeviation = {
  id: string;
  deviation: Deviation | null;
  adjustedP: number | null;
  mark: "above" | "below" | null;
};

/**
 * Which models lie off the line of the reference models. Each is compared with a line fitted without it and its family; Benjamini-Hochberg runs
 * over the teams (one p each) and, separately, over the reference models.
 * @param q false discovery rate (0.05)
 * @param level of the residuals' intervals (0.95)
 * @returns both lists in the order given
 */
export function deviations({
  references,
  entries,
  scale: name = "linear",
  q = 0.05,
  level = 0.95,
}: {
  references: readonly ReferenceModel[];
  entries: readonly ClimbedEntry[];
  scale?: ScaleName;
  q?: number;
  level?: number;
}): { references: JudgedDeviation[]; entries: JudgedDeviation[] } {
  const scale = scales[name];
  const hasPlace = ({ original, new: released }: MeasuredModel) =>
    name === "linear" || [original, released].every(({ accuracy }) => accuracy > 0 && accuracy < 1);
  const fitted = references.filter((model) => model.inFit !== false && hasPlace(model));
  const members = familyMembers(fitted.map(({ family }) => family));
  const line = members ? familyPredictions(fitted, members, scale, level) : predictions(fitted, scale, level);
  const against = (model: MeasuredModel, prediction: Prediction | null) =>
    prediction && deviation(model, prediction, scale);

  const places = new Map(fitted.map((model, index) => [model, index]));
  const ofReference = references.map((model) => {
    if ("reason" in line || !hasPlace(model)) return null;
    const place = places.get(model);
    return against(model, place === undefined ? line.ofNew(model) : line.leftOut(place));
  });
  const ofEntry = entries.map((entry) =>
    "reason" in line || !hasPlace(entry) ? null : against(entry, line.ofNew(entry)),
  );
  const latest = latestClimbs(entries);
  return {
    references: judge(references, ofReference, () => true, q),
    entries: judge(entries, ofEntry, (entry) => latest.get(entry.team) === entry, q),
  };
}

function latestClimbs(entries: readonly ClimbedEntry[]): Map<string, ClimbedEntry> {
  const latest = new Map<string, ClimbedEntry>();
  for (const entry of entries) {
    const known = latest.get(entry.team);
    if (!known || entry.decidedAt >= known.decidedAt) latest.set(entry.team, entry);
  }
  return latest;
}

function judge<Model extends { id: string }>(
  models: readonly Model[],
  found: (Deviation | null)[],
  isTested: (model: Model) => boolean,
  q: number,
): JudgedDeviation[] {
  const family = models.map((_, i) => i).filter((i) => found[i] && isTested(models[i]!));
  const adjusted = new Map<number, number>();
  benjaminiHochberg(family.map((i) => found[i]!.p)).forEach((p, place) => adjusted.set(family[place]!, p));
  return models.map(({ id }, i) => {
    const adjustedP = adjusted.get(i) ?? null;
    const isOff = adjustedP !== null && adjustedP <= q;
    return {
      id,
      deviation: found[i] ?? null,
      adjustedP,
      mark: isOff ? (found[i]!.t > 0 ? "above" : "below") : null,
    };
  });
}
