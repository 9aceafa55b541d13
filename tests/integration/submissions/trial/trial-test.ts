import { goOnSubmission } from "@/server/submissions/spending/go-on-submission";
import { submitModel } from "@/server/submissions/submit-model";
import { submitAsAdvised } from "@/server/submissions/trial/submit-as-advised";
import { withdrawSubmission } from "@/server/submissions/withdraw-submission";
import { connectEffects } from "@/workers/connect-effects";
import { evaluateOriginal } from "@/workers/evaluate-original";
import type { EvaluationEffects } from "@/workers/evaluation-effects";
import { as } from "../../../factories/as";
import { makeModelFile } from "../../../factories/make-model-file";
import { writeClippedClassifier } from "../../../fixtures/write-clipped-classifier";
import { sandbox } from "../../workers/sandbox/classes-of";
import { shapesTest } from "../../workers/shapes-test";

export const wrong = { std: [1 / 255, 1 / 255, 1 / 255], channel_order: "BGR" };
export const right = { std: [1, 1, 1], channel_order: "BGR" };

/** A test of what a worker finds in its sandbox before the original part of a submission to Shapes. */
export const trialTest = shapesTest
  .extend("images", 400)
  .extend("row", ({ site }) => async (id: string) => {
    return (await site.sql`select * from submissions where id = ${id}`)[0]!;
  })
  /** Submits a model, by default one that takes pixels of 0 to 1 alone. */
  .extend("submit", ({ site, shapes, viewer }) => {
    return async (
      preprocessing: object,
      given: { goOn?: true | "ask"; model?: Uint8Array; by?: typeof viewer } = {},
    ) => {
      const { goOn, model = writeClippedClassifier(), by = viewer } = given;
      const modelHash = await makeModelFile(site, model);
      const declaration = { benchmark: shapes.slug, name: "mine", preprocessing, goOn };
      return submitModel({ ctx: as(site, by), input: { modelHash, declaration } });
    };
  })
  /** Has a worker do the original part; `trials` is the processor time of each trial that it ran. */
  .extend("evaluate", ({ site }) => async (id: string, changes: Partial<EvaluationEffects> = {}) => {
    const trials: number[] = [];
    const effects = connectEffects({
      ctx: site.worker,
      sandbox,
      device: "cpu",
      processors: { original: null, hidden: null },
      alarm() {},
    });
    const { tryModel } = effects;
    effects.tryModel = async (...given) => {
      const trial = await tryModel(...given);
      trials.push(trial.cpuMs);
      return trial;
    };
    await evaluateOriginal(
      { ...effects, ...changes },
      { submissionId: id, signal: new AbortController().signal },
    );
    return trials;
  })
  .extend(
    "goOn",
    ({ site, viewer }) =>
      (id: string) =>
        goOnSubmission({ ctx: as(site, viewer), input: { id } }),
  )
  .extend(
    "takeAdvice",
    ({ site, viewer }) =>
      (id: string) =>
        submitAsAdvised({ ctx: as(site, viewer), input: { id } }),
  )
  .extend(
    "withdraw",
    ({ site, viewer }) =>
      (id: string) =>
        withdrawSubmission({ ctx: as(site, viewer), input: { id } }),
  );
