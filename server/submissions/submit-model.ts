import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "../../db/client";
import { modelFiles, submissions } from "../../db/schema";
import type { Explanation } from "../../db/schema/submissions";
import { appendLine } from "../audit-log/append-line";
import { declaredOf } from "../audit-log/declared-of";
import type { ResearcherContext } from "../context";
import { type Preprocessing, preprocessingSchema } from "../evaluation/preprocessing";
import { pinModelFile } from "../model-files/pin-model-file";
import type { Inspection } from "../onnx/inspection-schema";
import { explainProblems } from "../problems/explain-problems";
import type { Problem } from "../problems/problem-schema";
import { answeredBefore } from "./answered-before";
import { foreseeSubmission } from "./foresight/foresee-submission";
import { inTheWay } from "./foresight/in-the-way";
import { getSubmission } from "./get-submission";
import { lockTeam } from "./lock-team";
import { nextTurn, queueOriginal } from "./queue-original";
import { logRefusal } from "./quota/log-refusal";
import { refusalOf } from "./refusal-of";
import type { SubmissionInput, SubmissionView, submissionInputSchema } from "./submission-schema";

/**
 * Submits a stored model to a benchmark: inspection first, then quota, row, log line and job in one transaction. Nothing is spent
 * until its original part is done. A model that inspection refuses is recorded as refused, with all that is wrong; of one that the team
 * has submitted with the same preprocessing already, the answer of then is given, and nothing is spent.
 * @param input `key` names the request: one that is sent again under the same key is answered with the submission that it made
 * @throws RungError `bad_input` (all that is wrong with the declaration, and with the model), `not_found` (also for a model that was
 *   swept), `quota_spent` (says when the next is allowed)
 */
export async function submitModel({
  ctx: caller,
  input: { modelHash, declaration, key = null },
}: {
  ctx: ResearcherContext;
  input: { modelHash: string; declaration: z.input<typeof submissionInputSchema>; key?: string | null };
}): Promise<SubmissionView> {
  const foreseen = await foreseeSubmission({ ctx: caller, input: { modelHash, declaration } });
  const { input, benchmark, inspection, problems } = foreseen;
  if (!input || (problems.length > 0 && inspection.accepted)) throw refusalOf("bad_input", problems);
  const refusal = inspection.accepted ? null : explanationOf(inspection, problems);
  const preprocessing = foreseen.preprocessing ?? asDeclared(input, benchmark.inputSize);

  const outcome = await caller.db.transaction(async (tx) => {
    const teamId = await lockTeam(tx, caller.viewer.teamId);
    const ctx = { ...caller, viewer: { ...caller.viewer, teamId } };
    await pinModelFile({ tx, ctx, hash: modelHash });
    const request = { userId: ctx.viewer.userId, benchmarkId: benchmark.id, modelHash, name: input.name };
    const answered = key && (await answeredBefore(tx, { ...request, key }));
    if (answered) return { ctx, id: answered, alreadyScored: false };
    if (!refusal) {
      const asks = input.goOn === "ask";
      const found = await inTheWay({ tx, ctx, benchmark, modelHash, preprocessing, asks });
      if (found.already) return { ctx, id: found.already, alreadyScored: true };
      if (found.refused) return { refused: await logRefusal(tx, found.refused) };
    }
    const submission = { input: { ...input, modelHash }, benchmarkId: benchmark.id, key };
    const id = await insertSubmission({ tx, ctx, ...submission, inspection, preprocessing, refusal });
    return { ctx, id, alreadyScored: false };
  });
  if (outcome.refused) throw outcome.refused;
  const { ctx, id, alreadyScored } = outcome;
  return { ...(await getSubmission({ ctx, input: { id } })), alreadyScored };
}

function explanationOf(inspection: Inspection, problems: Problem[]): Explanation {
  return {
    code: inspection.refusals[0]?.code ?? "model_refused",
    ...explainProblems(problems),
    problems,
  };
}

function asDeclared(input: SubmissionInput, [, height, width]: [number, number, number]): Preprocessing {
  return preprocessingSchema.parse({ input_size: [3, height, width], ...input.preprocessing });
}

async function insertSubmission(given: {
  tx: Database;
  ctx: ResearcherContext;
  input: SubmissionInput & { modelHash: string };
  benchmarkId: string;
  key: string | null;
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
      idempotencyKey: given.key,
      name: input.name,
      modelHash: input.modelHash,
      preprocessing: given.preprocessing,
      atLeast: input.atLeast,
      links: input.links,
      training: input.training,
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
