import type { Problem } from "../problems/problem-schema";
import { explainAssumptions } from "./explain-assumptions";
import type { ModelInputFacts } from "./model-input-facts";
import {
  type DeclaredPreprocessing,
  largestInputSide,
  type Preprocessing,
  preprocessingSchema,
} from "./preprocessing";

export type CompletePreprocessing = Preprocessing & { layout: "NCHW" | "NHWC" };
export type CompletedPreprocessing =
  | { ok: true; preprocessing: CompletePreprocessing; assumed: string[] }
  | { ok: false; problems: Problem[] };

type Size = [channels: 1 | 3, height: number, width: number];

/**
 * Combines what the submitter declared with what the model's file says; what neither says comes from `defaultSize` ([channels, height,
 * width]) and the schema's defaults, and `assumed` says so. All contradictions, and a layout that neither states, are problems.
 * A model of one channel gets one mean and one std: of three that differ, their averages.
 */
export function completePreprocessing(input: {
  declared: DeclaredPreprocessing;
  model: ModelInputFacts;
  defaultSize?: readonly [number, number, number];
}): CompletedPreprocessing {
  const { declared, model } = input;
  const [stated, height, width] = declared.input_size ?? input.defaultSize ?? [3, 32, 32];
  const channels = model.channels ?? (declared.input_size ? stated : 3);
  const size: Size = [channels === 1 ? 1 : 3, model.height ?? height, model.width ?? width];
  const layout = model.layout ?? declared.layout ?? null;
  const problems = [
    ...checkSize(declared, size),
    ...checkLayout(declared, model),
    ...(channels === size[0] ? [] : [refuseChannels(channels)]),
  ];
  if (layout === null || problems.length > 0) return { ok: false, problems };
  const preprocessing = preprocessingSchema.parse({
    ...declared,
    input_size: size,
    layout,
  });
  const { mean, std } = preprocessing;
  return {
    ok: true,
    preprocessing: {
      ...preprocessing,
      mean: perChannel(mean, size[0]),
      std: perChannel(std, size[0]),
      layout,
    },
    assumed: explainAssumptions({ declared, model, size }),
  };
}

/** One number for each channel: of one it is for all of them, of three the average is for grey, to a millionth. */
function perChannel(values: readonly number[], channels: 1 | 3): number[] {
  if (values.length === channels) return [...values];
  if (channels === 3) return [0, 1, 2].map(() => values[0]!);
  return [Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e6) / 1e6];
}

function checkSize(declared: DeclaredPreprocessing, [channels, height, width]: Size): Problem[] {
  const at = { where: "preprocessing.input_size", count: 1 };
  if (Math.max(height, width) > largestInputSide)
    return [
      {
        ...at,
        sentence: `The model takes images of ${height}x${width} pixels (height x width); the largest side is ${largestInputSide}.`,
        hint: "Export the model for a smaller input.",
      },
    ];
  if (!declared.input_size) return [];
  const [stated, ...sides] = declared.input_size;
  const hint = "Leave out input_size: it is read from the model.";
  if (sides[0] !== height || sides[1] !== width) {
    const sentence = `input_size is ${sides.join("x")}, but the model takes ${height}x${width} (height x width).`;
    return [{ ...at, sentence, hint }];
  }
  // Colour is the benchmark's, and grey is made of it: only the contrary contradicts.
  if (stated === 1 && channels === 3)
    return [{ ...at, sentence: "input_size has 1 channel, but the model takes 3.", hint }];
  return [];
}

function checkLayout(declared: DeclaredPreprocessing, model: ModelInputFacts): Problem[] {
  const at = { where: "preprocessing.layout", count: 1 };
  if (!model.layout && !declared.layout) {
    const sentence = "The model's input shape does not show where its channels are.";
    return [{ ...at, sentence, hint: "Declare the layout: NCHW or NHWC." }];
  }
  if (!model.layout || !declared.layout || declared.layout === model.layout) return [];
  const sentence = `layout is ${declared.layout}, but the model's input is ${model.layout}.`;
  return [{ ...at, sentence, hint: "Leave out layout." }];
}

function refuseChannels(channels: number): Problem {
  return {
    where: "preprocessing.input_size",
    count: 1,
    sentence: `The model takes ${channels} channels, but the images have 3, or 1 as grey.`,
    hint: "Let the model take red, green and blue and derive other channels itself.",
  };
}
