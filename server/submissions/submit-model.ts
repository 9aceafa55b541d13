import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { modelFiles, submissions } from "../../db/schema";
import type { Explanation } from "../../db/schema/submissions";
import { appendLine } from "../audit-log/append-line";
import { declaredOf } from "../audit-log/declared-of";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { ResearcherContext } from "../context";
import { RungError } from "../errors";
import { completePreprocessing } from "../evaluation/complete-preprocessing";
import { type Preprocessing, preprocessingSchema } from "../evaluation/preprocessing";
import { inspectStoredModel } from "../model-files/inspect-stored-model";
import { pinModelFile } from "../model-files/pin-model-file";
import type { Inspection } from "../onnx/inspection-schema";
import { alreadySubmitted } from "./already-submitted";
import { explainRefusal } from "./explain-refusal";
import { getSubmission } from "./get-submission";
import { lockTeam } from "./lock-team";
import { nextTurn, queueOriginal } from "./queue-original";
import { refuseSubmission } from "./quota/refuse-submission";
import { requireEvaluable } from "./require-evaluable";
import type { SubmissionInput, SubmissionView } from "./submission-schema";

/**
 * Submits a stored model to a benchmark: inspection first, then quota, row, log line and job in one transaction. Nothing is spent
 * until its original part is done. A model that inspection refuses is recorded as refused; of one that the team has submitted with
 * the same preprocessing already, the answer of then is given, and nothing is spent.
 * @throws RungError `not_found` (also for a model that was swept), `quota_spent` (says when the next is allowed), `bad_input`
 */
export async function submitModel({
  ctx: caller,
  input,
}: {
  ctx: ResearcherContext;
  input: SubmissionInput & { modelHash: string };
}): Promise<SubmissionView> {
  const benchmark = await benchmarkBySlug(caller.db, input.benchmark);
  await requireEvaluable(caller.db, benchmark);
  const inspection = await inspectStoredModel({
    ctx: caller,
    input: { hash: input.modelHash, classes: benchmark.classes.length },
  });
  const { preprocessing, refusal } = prepare(input, inspection, benchmark.inputSize);

  const outcome = await caller.db.transaction(async (tx) => {
    const teamId = await lockTeam(tx, caller.viewer.teamId);
    const ctx = { ...caller, viewer: { ...caller.viewer, teamId } };
    await pinModelFile(tx, input.modelHash);
    if (!refusal) {
      const same = { teamId, benchmarkId: benchmark.id, modelHash: input.modelHash, preprocessing };
      const already = await alreadySubmitted(tx, same);
      if (already) return { ctx, id: already, alreadyScored: true };
      const refused = await refuseSubmission({ tx, ctx, benchmark, asks: input.goOn === "ask" });
      if (refused) return { refused };
    }
    return {
      ctx,
      alreadyScored: false,
      id: await insertSubmission({
        tx,
        ctx,
        input,
        benchmarkId: benchmark.id,
        inspection,
        preprocessing,
        refusal,
      }),
    };
  });
  if (outcome.refused) throw outcome.refused;
  const { ctx, id, alreadyScored } = outcome;
  return { ...(await getSubmission({ ctx, input: { id } })), alreadyScored };
}

function prepare(
  input: SubmissionInput,
  inspection: Inspection,
  defaultSize: [number, number, number],
): { preprocessing: Preprocessing; refusal: Explanation | null } {
  const declared = { input_size: [3, defaultSize[1], defaultSize[2]], ...input.preprocessing };
  if (!inspection.accepted || !inspection.model) {
    return { preprocessing: preprocessingSchema.parse(declared), refusal: explainRefusal(inspection) };
  }
  const completed = completePreprocessing({
    declared: input.preprocessing,
    model: inspection.model.input,
    defaultSize: [3, defaultSize[1], defaultSize[2]],
  });
  if (completed.ok) return { preprocessing: completed.preprocessing, refusal: null };
  throw new RungError("bad_input", completed.problem, completed.hint);
}

async function insertSubmission(given: {
  tx: Database;
  ctx: ResearcherContext;
  input: SubmissionInput & { modelHash: string };
  benchmarkId: string;
  inspection: Inspection;
  preprocessing: Preprocessing;
  refusal: Explanation | null;
}): Promise<string> {
  const { tx, ctx, input, refusal } = given;
  const now = ctx.now();
  await tx
    .update(modelFiles)
    .set({ inspection: given.inspection })
    .where(eq(modelFiles.hash, input.modelHash));
  const [row] = await tx
    .insert(submissions)
    .values({
      benchmarkId: given.benchmarkId,
      teamId: ctx.viewer.teamId,
      userId: ctx.viewer.userId,
      name: input.name,
      modelHash: input.modelHash,
      preprocessing: given.preprocessing,
      atLeast: input.atLeast,
      links: input.links,
      turn: await nextTurn(tx, ctx.viewer.teamId),
      asks: input.goOn === "ask",
      expectedOriginal: input.expectedOriginalAccuracy,
      state: refusal ? "refused" : "queued",
      explanation: refusal,
      submittedAt: now,
      endedAt: refusal ? now : null,
    })
    .returning();
  const id = row!.id;
  await appendLine(tx, {
    kind: "submission",
    at: now,
    public: {
      submission: id,
      benchmark: given.benchmarkId,
      team: ctx.viewer.teamId,
      model: input.modelHash,
      refused: refusal?.code ?? null,
      atLeast: input.atLeast,
    },
    secret: { declared: declaredOf(row!) },
  });
  if (!refusal) await queueOriginal({ ctx, tx, submission: row! });
  return id;
}
