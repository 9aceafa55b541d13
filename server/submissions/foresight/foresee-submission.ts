import { benchmarkBySlug } from "../../benchmarks/benchmark-by-slug";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import { inspectStoredModel } from "../../model-files/inspect-stored-model";
import type { Inspection } from "../../onnx/inspection-schema";
import type { Problem } from "../../problems/problem-schema";
import { refuseUnevaluable } from "../quota/refuse-unevaluable";
import { refusalOf } from "../refusal-of";
import { type Assessment, assessModel } from "./assess-model";
import { type ReadDeclaration, readDeclaration } from "./read-declaration";

/** What submitting a stored model will do, quota aside: `problems` has those of the declaration, the model and the preprocessing. */
export interface Foreseen extends Assessment, Pick<ReadDeclaration, "input" | "declared"> {
  benchmark: Awaited<ReturnType<typeof benchmarkBySlug>>;
  inspection: Inspection;
}

/**
 * Foresees what becomes of a stored model with this declaration: the page's report and `submitModel` both ask here, so that they cannot
 * differ. Nothing is stored.
 * @throws RungError `not_found` (the benchmark or the file), `bad_input` (no benchmark is named, or it has no images here); each with
 *   what else is wrong
 */
export async function foreseeSubmission({
  ctx,
  input: { modelHash, declaration },
}: {
  ctx: ResearcherContext;
  input: { modelHash: string; declaration: unknown };
}): Promise<Foreseen> {
  const { problems: misdeclared, ...read } = readDeclaration(declaration);
  const benchmark = await benchmarkOf(ctx, declaration, misdeclared);
  const classes = benchmark.classes.length;
  const inspection = await inspectStoredModel({ ctx, input: { hash: modelHash, classes } });
  const assessed = assessModel({ inspection, declared: read.declared, benchmark });
  return { ...read, ...assessed, problems: [...misdeclared, ...assessed.problems], benchmark, inspection };
}

async function benchmarkOf(ctx: ResearcherContext, declaration: unknown, problems: Problem[]) {
  const slug = (declaration as { benchmark?: unknown } | null)?.benchmark;
  if (typeof slug !== "string" || slug === "") throw refusalOf("bad_input", problems);
  try {
    const benchmark = await benchmarkBySlug(ctx.db, slug);
    const unevaluable = await refuseUnevaluable(ctx.db, benchmark);
    if (unevaluable) throw unevaluable;
    return benchmark;
  } catch (error) {
    if (!(error instanceof RungError) || problems.length === 0) throw error;
    const { code, message: sentence, hint } = error;
    throw refusalOf(code, [{ where: "benchmark", count: 1, sentence, hint }, ...problems]);
  }
}
