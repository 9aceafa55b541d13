import { and, eq } from "drizzle-orm";
import { modelFiles, submissions, teams } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { declaredOf } from "../audit-log/declared-of";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { Context } from "../context";
import type { DeclaredPreprocessing } from "../evaluation/preprocessing";
import type { Training } from "../evaluation/training";
import { addModelFile } from "../model-files/add-model-file";
import { inspectStoredModel } from "../model-files/inspect-stored-model";
import { pinModelFile } from "../model-files/pin-model-file";
import { assessModel } from "../submissions/foresight/assess-model";
import { queueOriginal } from "../submissions/queue-original";
import { refusalOf } from "../submissions/refusal-of";

/** The team that references belong to; nobody can sign in to it, because no slug made from a name has an underscore. */
const references = { slug: "_references", name: "References", personal: false };

/**
 * Submits one of the site's own models as a reference: it is evaluated like any other, and its counts are then published. For the
 * operator. An existing reference of that name is left alone.
 * @throws RungError `model_refused`, `bad_input`
 */
export async function submitReference({
  ctx,
  input,
}: {
  ctx: Context;
  input: {
    benchmark: string;
    name: string;
    path: string;
    preprocessing: DeclaredPreprocessing;
    training?: Training;
    family?: string;
  };
}): Promise<void> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  const known = and(
    eq(submissions.benchmarkId, benchmark.id),
    eq(submissions.name, input.name),
    eq(submissions.kind, "reference"),
  );
  if ((await ctx.db.select({ id: submissions.id }).from(submissions).where(known)).length > 0) return;
  const stored = await addModelFile({ ctx, input: { sourcePath: input.path } });
  const inspection = await inspectStoredModel({
    ctx,
    input: { hash: stored.hash, classes: benchmark.classes.length },
  });
  const { preprocessing, problems } = assessModel({ inspection, declared: input.preprocessing, benchmark });
  if (!preprocessing || problems.length > 0)
    throw refusalOf(inspection.accepted ? "bad_input" : "model_refused", problems);

  await ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    await pinModelFile({ tx, ctx, hash: stored.hash });
    await tx.update(modelFiles).set({ inspection }).where(eq(modelFiles.hash, stored.hash));
    await tx.insert(teams).values(references).onConflictDoNothing();
    const [team] = await tx.select().from(teams).where(eq(teams.slug, references.slug));
    const [row] = await tx
      .insert(submissions)
      .values({
        benchmarkId: benchmark.id,
        teamId: team!.id,
        kind: "reference",
        name: input.name,
        modelHash: stored.hash,
        preprocessing,
        training: input.training,
        family: input.family,
        state: "queued",
        submittedAt: now,
      })
      .returning();
    await appendLine(tx, {
      kind: "submission",
      at: now,
      public: {
        submission: row!.id,
        benchmark: benchmark.id,
        team: team!.id,
        model: stored.hash,
        reference: true,
      },
      secret: { declared: declaredOf(row!) },
    });
    await queueOriginal({ ctx, tx, submission: row! });
  });
}
