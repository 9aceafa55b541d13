import type { ResearcherContext } from "../context";
import { assembleUpload } from "../model-files/uploads/assemble-upload";
import { foreseeSubmission } from "./foresight/foresee-submission";
import { type InTheWay, inTheWay } from "./foresight/in-the-way";
import type { Foresight } from "./submission-schema";

/**
 * Says what submitting one of the viewer's finished uploads with this declaration would do now, before anything is submitted; with
 * `data`, the upload of the data file that the model names, after both have become one file.
 * @throws what `assembleUpload` and `foreseeSubmission` throw
 */
export async function inspectUpload({
  ctx,
  input: { declaration, ...parts },
}: {
  ctx: ResearcherContext;
  input: { upload: string; data?: string | undefined; declaration: unknown };
}): Promise<Foresight> {
  const modelHash = await assembleUpload({ ctx, input: parts });
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
