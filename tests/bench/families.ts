import { bootstrapFit } from "@/server/statistics/bootstrap-fit";
import { deviations } from "@/server/statistics/deviations";
import { familyMembers } from "@/server/statistics/families/family-members";
import { scales } from "@/server/statistics/scale";
import { seededRandom } from "@/server/statistics/seeded-random";

/** Close to what the paper's 64 ImageNet models show in logit. */
const [slope, intercept] = [0.93, -0.503];
/** Half the range of original accuracies within a family. */
const reach = 0.03;
const teams = 20;
const step = 0.01;
const originalImages = 50_000;
const newImages = 10_000;

/** Shares of boards with any false mark, on references and on entries, and of boards whose interval over models covers the slope. */
type FamilyCalibration = { references: number; entries: number; covered: number };

/**
 * Boards whose models come in families, of about one accuracy each, which lie off the line together: `shared` of the variance of their
 * scatter is common to a family's models. Entries are of families of their own.
 * @param scatter standard deviation about the line, in logit
 * @param declared whether the families are declared
 */
export function calibrateFamilies(given: {
  families: number;
  size: number;
  scatter: number;
  shared: number;
  declared: boolean;
  boards: number;
}): FamilyCalibration {
  const { families, size, scatter, shared, declared, boards } = given;
  const random = seededRandom(1000 * families + size);
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  const count = (accuracy: number, images: number) =>
    accuracy + Math.sqrt((accuracy * (1 - accuracy)) / images) * normal();
  const model = (effect: number, centre: number) => {
    const original = centre + reach * (2 * random.fraction() - 1);
    const own = scatter * Math.sqrt(1 - shared) * normal();
    const accuracy = scales.logit.back(intercept + slope * scales.logit.forward(original) + effect + own);
    return {
      original: { accuracy: count(original, originalImages), total: originalImages },
      new: { accuracy: count(accuracy, newImages), total: newImages },
    };
  };
  const centreOf = () => 0.58 + 0.24 * random.fraction();
  const effect = () => scatter * Math.sqrt(shared) * normal();
  const found = { references: 0, entries: 0, covered: 0 };
  for (let board = 0; board < boards; board++) {
    const references = Array.from({ length: families }, (_, family) => {
      const [common, centre] = [effect(), centreOf()];
      return Array.from({ length: size }, (_member, i) => ({
        ...model(common, centre),
        id: `${family}.${i}`,
        family: declared ? `family ${family}` : null,
      }));
    }).flat();
    const entries = Array.from({ length: teams }, (_, team) => {
      const entry = model(effect(), centreOf());
      entry.new.accuracy = Math.round(entry.new.accuracy / step) * step;
      return { ...entry, step, id: `e${team}`, team: `t${team}`, decidedAt: 0 };
    });
    const judged = deviations({ references, entries, scale: "logit" });
    if (judged.references.some(({ mark }) => mark)) found.references += 1;
    if (judged.entries.some(({ mark }) => mark)) found.entries += 1;
    const interval = bootstrapFit({
      x: references.map((one) => scales.logit.forward(one.original.accuracy)),
      y: references.map((one) => scales.logit.forward(one.new.accuracy)),
      members: familyMembers(references.map(({ family }) => family)),
      resamples: 999,
      seed: board,
    }).slope!;
    if (interval.lower <= slope && interval.upper >= slope) found.covered += 1;
  }
  return {
    references: found.references / boards,
    entries: found.entries / boards,
    covered: found.covered / boards,
  };
}

/** What declaring families does to marks and to the interval over models, where models do come in families. */
export function benchFamilies(): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  for (const [families, size] of [
    [12, 6],
    [24, 3],
    [100, 6],
  ] as const) {
    for (const [scatter, shared] of [
      [0.019, 0],
      [0.019, 0.9],
      [0.06, 0],
      [0.06, 0.5],
      [0.06, 0.9],
    ] as const) {
      for (const declared of [false, true]) {
        const { references, entries, covered } = calibrateFamilies({
          families,
          size,
          scatter,
          shared,
          declared,
          boards: families > 50 ? 400 : 1000,
        });
        console.log(
          `${families} families of ${size}, scatter ${scatter}, ${percent(shared)} of it shared, ${declared ? "declared" : "undeclared"}: references ${percent(references)}, entries ${percent(entries)}; the interval over models covers in ${percent(covered)}`,
        );
      }
    }
  }
}
