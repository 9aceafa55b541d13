import { closeSync, openSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { modelFiles, submissions, teams } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { declaredOf } from "../audit-log/declared-of";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { Context } from "../context";
import type { DeclaredPreprocessing } from "../evaluation/preprocessing";
import type { Training } from "../evaluation/training";
import { fileSource } from "../files/file-source";
import { addModelFile } from "../model-files/add-model-file";
import { pinModelFile } from "../model-files/pin-model-file";
import { inspectModel } from "../onnx/inspect-model";
import { type Inspection, inspectionSchema } from "../onnx/inspection-schema";
import { assessModel } from "../submissions/foresight/assess-model";
import { nextTurn, queueOriginal } from "../submissions/queue-original";
import { refusalOf } from "../submissions/refusal-of";

/** The team that references belong to; nobody can sign in to it, because no slug made from a name has an underscore. */
const references = { slug: "_references", name: "References", personal: false };

/**
 * Submits one of the site's own models as a reference: it is evaluated like any other, and its counts are then published. For the
 * operator. It takes its turn like a team's submission, so that a visitor's first does not wait for all of them. An existing reference
 * of that name is left alone.
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
  const inspection = await ctx.models.withFile(stored.hash, async (path) =>
    inspect(path, benchmark.classes.length),
  );
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
        turn: await nextTurn(tx, team!.id),
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

/** The site's own models are read in this process: one for each, as for a stranger's file, would be most of the first start. */
function inspect(path: string, classes: number): Inspection {
  const file = openSync(path, "r");
  try {
    return inspectionSchema.parse(inspectModel({ source: fileSource(file), classes }));
  } finally {
    closeSync(file);
  }
}
