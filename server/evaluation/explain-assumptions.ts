import type { ModelInputFacts } from "./model-input-facts";
import type { DeclaredPreprocessing } from "./preprocessing";

/** In sentences: what of the preprocessing neither the model's shape nor the submitter says, and what was taken for it. */
export function explainAssumptions({
  declared,
  model,
  size,
}: {
  declared: DeclaredPreprocessing;
  model: ModelInputFacts;
  size: [channels: 1 | 3, height: number, width: number];
}): string[] {
  const [channels, height, width] = size;
  const sized = declared.input_size || (model.height !== null && model.width !== null);
  const averaged = ([declared.mean, declared.std] as const).some(
    (values) => channels === 1 && new Set(values).size > 1,
  );
  return [
    ...(model.layout ? layoutSentence(model.layout, model.layoutFrom) : []),
    ...(model.channels === null ? [`The model leaves its channels open: it gets ${channels}.`] : []),
    ...(sized ? [] : [`The model leaves its size open: it gets ${height} x ${width}, the default.`]),
    ...(averaged
      ? ["The model takes one channel: its mean and std are the averages of the three given."]
      : []),
  ];
}

function layoutSentence(layout: string, from: ModelInputFacts["layoutFrom"]): string[] {
  if (from === "convolution")
    return [`The shape leaves the layout open: ${layout}, as the first convolution reads it.`];
  if (from === "names")
    return [`The shape leaves the layout open: ${layout}, by the names of its dimensions.`];
  return [];
}
