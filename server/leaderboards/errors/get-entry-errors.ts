import type { Context } from "../../context";
import { type ConfusionCounts, countConfusions } from "../../evaluation/count-confusions";
import { clopperPearson } from "../../statistics/clopper-pearson";
import { cacheByRevision } from "../cache-by-revision";
import type { ClassErrors, EntryErrors } from "./entry-errors-schema";
import { loadOpenAnswers, type OpenAnswers } from "./load-open-answers";

/** What a model said does not change: intervals of a thousand classes need not be computed for every visitor. */
const cached = cacheByRevision<Pick<EntryErrors, "total" | "correct" | "classes" | "confusions">>({
  most: 200_000,
  weigh: ({ classes, confusions }) => classes.length + confusions.length,
});

/** The most confusions that are listed. */
const mostConfusions = 1_000;

/**
 * The errors of an entry on a test set that is public itself, by default the original one: accuracy by class with its interval, and
 * which classes are taken for which. Nothing of hidden test sets is known by class.
 * @throws RungError `not_found`, for an entry that was not evaluated here too
 */
export async function getEntryErrors({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { id: string; testSet?: string | undefined };
}): Promise<EntryErrors> {
  const answers = await loadOpenAnswers(ctx.db, input);
  const { id, name, benchmark, testSet, testSets, submissionId, versionId } = answers;
  const errors = await cached(`${submissionId} ${versionId}`, 0, async () => analyse(answers));
  return { id, name, benchmark: benchmark.slug, testSet, testSets, ...errors };
}

function analyse({ labels, predictions, benchmark }: OpenAnswers) {
  const counts = countConfusions(labels, predictions, benchmark.classes.length);
  const takenFor = mostTakenFor(counts);
  return {
    total: counts.total,
    correct: counts.correct,
    classes: counts.classes.map(({ total, correct }, index): ClassErrors => {
      const measured =
        total === 0
          ? { accuracy: null, interval: null }
          : { accuracy: correct / total, interval: clopperPearson({ correct, total }) };
      const name = benchmark.classes[index]!;
      const synset = benchmark.synsets?.[index] ?? null;
      return { index, name, synset, total, correct, ...measured, takenFor: takenFor.get(index) ?? null };
    }),
    confusions: counts.confusions.slice(0, mostConfusions),
  };
}

/** By label; the first of a class is its most frequent. */
function mostTakenFor({ confusions }: ConfusionCounts): Map<number, { index: number; images: number }> {
  const found = new Map<number, { index: number; images: number }>();
  for (const { label, prediction, images } of confusions) {
    if (prediction !== null && !found.has(label)) found.set(label, { index: prediction, images });
  }
  return found;
}
