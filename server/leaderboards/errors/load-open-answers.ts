import { and, asc, desc, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import {
  benchmarks,
  openLabels,
  openPredictions,
  referenceModels,
  submissions,
  testSets,
  testSetVersions,
} from "../../../db/schema";
import { RungError } from "../../errors";
import { isEntry } from "../is-entry";

/** An entry's answers on one version of a public test set, and the truth. */
export interface OpenAnswers {
  id: string;
  name: string;
  submissionId: string;
  versionId: string;
  benchmark: Pick<typeof benchmarks.$inferSelect, "slug" | "classes" | "synsets">;
  testSet: string;
  testSets: string[];
  /** The class of each image. */
  labels: Uint16Array;
  /** The class that the model says, -1 for none. */
  predictions: Int16Array;
}

/**
 * What an entry that was evaluated here said on a test set that is public itself, by default the original one: on its newest version
 * that it was evaluated on.
 * @throws RungError `not_found` where there is no such entry, no such answer, or no labels yet
 */
export async function loadOpenAnswers(
  db: Database,
  input: { id: string; testSet?: string | undefined },
): Promise<OpenAnswers> {
  const entry = await evaluatedEntry(db, input.id);
  const versions = await db
    .select({ id: testSetVersions.id, testSet: testSets.name })
    .from(openPredictions)
    .innerJoin(testSetVersions, eq(testSetVersions.id, openPredictions.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(eq(openPredictions.submissionId, entry.submissionId))
    .orderBy(asc(testSets.role), asc(testSets.position), desc(testSetVersions.number));
  const names = [...new Set(versions.map(({ testSet }) => testSet))];
  const version = versions.find(({ testSet }) => testSet === (input.testSet ?? names[0]));
  if (!version) {
    throw new RungError(
      "not_found",
      input.testSet
        ? `There are no answers of ${entry.name} on "${input.testSet}" to show.`
        : `${entry.name} was not evaluated here.`,
      names.length > 0
        ? `Answers are shown on public test sets only: ${names.join(", ")}.`
        : "Errors are known of models whose file was evaluated here.",
    );
  }
  const [answers] = await db
    .select({ predictions: openPredictions.predictions, labels: openLabels.labels })
    .from(openPredictions)
    .leftJoin(openLabels, eq(openLabels.versionId, openPredictions.versionId))
    .where(
      and(eq(openPredictions.submissionId, entry.submissionId), eq(openPredictions.versionId, version.id)),
    );
  if (!answers?.labels) {
    throw new RungError(
      "not_found",
      `The labels of "${version.testSet}" are not in the database: it was imported before they were stored there.`,
      "A worker that can open the test set adds them when it starts.",
    );
  }
  const { benchmark, ...found } = entry;
  return {
    ...found,
    benchmark,
    versionId: version.id,
    testSet: version.testSet,
    testSets: names,
    labels: readIntegers(answers.labels, (view, at) => view.getUint16(at, true), Uint16Array),
    predictions: readIntegers(answers.predictions, (view, at) => view.getInt16(at, true), Int16Array),
  };
}

async function evaluatedEntry(db: Database, id: string) {
  const benchmark = { slug: benchmarks.slug, classes: benchmarks.classes, synsets: benchmarks.synsets };
  const [reference] = await db
    .select({ name: referenceModels.name, submissionId: referenceModels.submissionId, benchmark })
    .from(referenceModels)
    .innerJoin(benchmarks, eq(benchmarks.id, referenceModels.benchmarkId))
    .where(eq(referenceModels.id, id));
  if (reference?.submissionId) return { ...reference, id, submissionId: reference.submissionId };
  const [entry] = await db
    .select({ name: submissions.name, submissionId: submissions.id, benchmark })
    .from(submissions)
    .innerJoin(benchmarks, eq(benchmarks.id, submissions.benchmarkId))
    .where(isEntry(id));
  if (entry) return { ...entry, id };
  throw new RungError(
    "not_found",
    reference
      ? `The results of ${reference.name} were published elsewhere: which images it gets wrong is not known here.`
      : "There is no such entry, or it has not been scored yet.",
    "The table of its benchmark lists every entry.",
  );
}

function readIntegers<Numbers extends Uint16Array | Int16Array>(
  bytes: Uint8Array,
  read: (view: DataView, at: number) => number,
  Kind: new (length: number) => Numbers,
): Numbers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Kind(bytes.byteLength / 2);
  for (let i = 0; i < numbers.length; i++) numbers[i] = read(view, i * 2);
  return numbers;
}
