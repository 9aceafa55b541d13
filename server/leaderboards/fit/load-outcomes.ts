import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { evaluations } from "../../../db/schema";
import type { FitPlan } from "./plan-fit";

/** For each model of a fit one bit an image, 1 = wrong, in words of 32. */
export type Outcomes = { wrong: Uint32Array[]; images: number };

/**
 * The answers of a fit's models to the images of both test sets, in their order; null where the plan does without. Audit images are
 * none of them. Needs the worker's rights.
 */
export async function loadOutcomes(
  db: Database,
  { models, images }: FitPlan,
): Promise<Record<"original" | "new", Outcomes> | null> {
  if (images.known !== "outcomes") return null;
  const ids = models.flatMap((model) => (model.inFit ? (model.answeredBy ?? []) : []));
  return { original: await answersTo(db, images.original, ids), new: await answersTo(db, images.new, ids) };
}

async function answersTo(db: Database, versionId: string, ids: readonly string[]): Promise<Outcomes> {
  const rows = await db
    .select({ id: evaluations.submissionId, wrong: evaluations.wrong, total: evaluations.total })
    .from(evaluations)
    .where(
      and(
        inArray(evaluations.submissionId, ids),
        eq(evaluations.versionId, versionId),
        inArray(evaluations.part, ["all", "guarded"]),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new Error(`submission ${id} was scored on version ${versionId} without an evaluation`);
    return row;
  });
  return { wrong: found.map(({ wrong }) => wordsOf(wrong)), images: found[0]!.total };
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  new Uint8Array(words.buffer).set(bytes);
  return words;
}
