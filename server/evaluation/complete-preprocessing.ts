import {
  type DeclaredPreprocessing,
  largestInputSide,
  type Preprocessing,
  preprocessingSchema,
} from "./preprocessing";

/** What a model's own file says about its image input; null for what it leaves open. Height and width in pixels. */
export interface ModelInputFacts {
  layout: "NCHW" | "NHWC" | null;
  height: number | null;
  width: number | null;
  channels?: number | null;
}

export type CompletedPreprocessing =
  | { ok: true; preprocessing: Preprocessing & { layout: "NCHW" | "NHWC" } }
  | { ok: false; problem: string; hint: string };

/**
 * Combines what the submitter declared with what the model's file says; what neither says comes from `defaultSize` ([3, height,
 * width]) and the schema's defaults. A contradiction, or a layout that neither states, is returned as a problem.
 */
export function completePreprocessing(input: {
  declared: DeclaredPreprocessing;
  model: ModelInputFacts;
  defaultSize?: [3, number, number];
}): CompletedPreprocessing {
  const { declared, model } = input;
  const [, height, width] = declared.input_size ?? input.defaultSize ?? [3, 32, 32];
  const size: [3, number, number] = [3, model.height ?? height, model.width ?? width];
  if (declared.input_size && (size[1] !== height || size[2] !== width)) {
    return problem(
      `input_size is ${height}x${width}, but the model takes ${size[1]}x${size[2]} (height x width).`,
      "Leave out input_size: it is read from the model.",
    );
  }
  if (Math.max(size[1], size[2]) > largestInputSide) {
    return problem(
      `The model takes images of ${size[1]}x${size[2]} pixels (height x width); the largest side is ${largestInputSide}.`,
      "Export the model for a smaller input.",
    );
  }
  if ((model.channels ?? 3) !== 3) {
    return problem(
      `The model takes ${model.channels} channel${model.channels === 1 ? "" : "s"}, but the images have 3.`,
      "Let the model take red, green and blue and derive other channels itself.",
    );
  }
  const layout = model.layout ?? declared.layout ?? null;
  if (layout === null) {
    return problem(
      "The model's input shape does not show where its channels are.",
      "Declare the layout: NCHW or NHWC.",
    );
  }
  if (declared.layout && declared.layout !== layout) {
    return problem(`layout is ${declared.layout}, but the model's input is ${layout}.`, "Leave out layout.");
  }
  const preprocessing = preprocessingSchema.parse({ ...declared, input_size: size, layout });
  return { ok: true, preprocessing: { ...preprocessing, layout } };
}

function problem(sentence: string, hint: string): CompletedPreprocessing {
  return { ok: false, problem: sentence, hint };
}
