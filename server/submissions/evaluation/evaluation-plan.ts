import { eq } from "drizzle-orm";
import { benchmarks, modelFiles, submissions } from "../../../db/schema";
import type { Context } from "../../context";
import type { Preprocessing } from "../../evaluation/preprocessing";
import type { Inspection } from "../../onnx/inspection-schema";
import { type EvaluableVersion, evaluableVersions } from "../../test-sets/evaluable-versions";

/** Everything that a worker needs to run a submission on test sets. */
export interface EvaluationPlan {
  submissionId: string;
  benchmarkId: string;
  teamId: string;
  kind: "entry" | "reference";
  modelHash: string;
  model: NonNullable<Inspection["model"]>;
  preprocessing: Preprocessing;
  classes: number;
  versions: EvaluableVersion[];
  /** Store key of the original version whose first image fills batches; null where there is none. */
  paddingKey: string | null;
}

/** A claimed submission's plan for one part: hidden test sets, or those that are public themselves, original ones first. */
export async function evaluationPlan(
  ctx: Context,
  submission: typeof submissions.$inferSelect,
  part: "original" | "hidden",
): Promise<EvaluationPlan> {
  const [benchmark] = await ctx.db.select().from(benchmarks).where(eq(benchmarks.id, submission.benchmarkId));
  const [file] = await ctx.db.select().from(modelFiles).where(eq(modelFiles.hash, submission.modelHash));
  const versions = await evaluableVersions(ctx.db, submission.benchmarkId);
  if (!benchmark || !file?.inspection?.model)
    throw new Error(`submission ${submission.id} has no inspected model`);
  return {
    submissionId: submission.id,
    benchmarkId: submission.benchmarkId,
    teamId: submission.teamId,
    kind: submission.kind,
    modelHash: submission.modelHash,
    model: file.inspection.model,
    preprocessing: submission.preprocessing,
    classes: benchmark.classes.length,
    paddingKey: versions.find((version) => version.testSet.role === "original")?.version.storeKey ?? null,
    versions: versions.filter(({ testSet }) => (testSet.role === "hidden") === (part === "hidden")),
  };
}
