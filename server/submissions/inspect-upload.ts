import type { ResearcherContext } from "../context";
import { finishedUpload } from "../model-files/uploads/finished-upload";
import { foreseeSubmission } from "./foresight/foresee-submission";
import { type InTheWay, inTheWay } from "./foresight/in-the-way";
import type { Forecast } from "./submission-schema";

/**
 * Says what submitting one of the viewer's finished uploads with this declaration would do now, before anything is submitted.
 * @throws what `finishedUpload` and `foreseeSubmission` throw
 */
export async function inspectUpload({
  ctx,
  input: { upload: id, declaration },
}: {
  ctx: ResearcherContext;
  input: { upload: string; declaration: unknown };
}): Promise<Forecast> {
  const modelHash = await finishedUpload({ ctx, input: { id } });
  const foreseen = await foreseeSubmission({ ctx, input: { modelHash, declaration } });
  const { benchmark, input, inspection, problems, notes, preprocessing } = foreseen;
  let found: InTheWay = { already: null, refused: null };
  if (input && preprocessing && problems.length === 0) {
    const asks = input.goOn === "ask";
    found = await inTheWay({ tx: ctx.db, ctx, benchmark, modelHash, preprocessing, asks });
  }
  const error = found.refused?.error;
  return {
    accepted: problems.length === 0 && !error,
    problems,
    notes,
    refused: error ? { message: error.message, hint: error.hint } : null,
    already: found.already,
    preprocessing,
    inspection,
  };
}
