import { written } from "./check-input";
import { elementTypeName } from "./element-type-name";
import { elementTypes } from "./element-types";
import type { ModelOutput, Refusal } from "./inspection-schema";
import type { GraphOutline, SlotOutline } from "./model-outline";
import { listNames, quoteName } from "./quote-name";

const acceptedTypes = new Map<number | null, ModelOutput["type"]>([
  [elementTypes.float32, "float32"],
  [elementTypes.float16, "float16"],
  [elementTypes.float64, "float64"],
]);

export type OutputFindings = { output: ModelOutput | null; refusals: Refusal[]; warnings: string[] };

/**
 * Finds the one output of class scores, `[batch, classes]` or `[classes]`, and checks its length against the benchmark's number
 * of classes.
 */
export function checkOutput({ outputs }: GraphOutline, classes: number): OutputFindings {
  const [slot] = outputs;
  if (!slot || outputs.length > 1) return refused(refuseCount(outputs));
  const type = acceptedTypes.get(slot.elementType);
  if (!type) return refused(refuseType(slot));
  const { name, shape } = slot;
  if (shape && shape.length !== 1 && shape.length !== 2) return refused(refuseRank(slot));
  const found = shape?.at(-1) ?? null;
  const refusals = found !== null && found !== classes ? [refuseClasses(name, found, classes)] : [];
  const warnings =
    found === null
      ? [
          `The model does not state its number of classes: the first images will show whether it is ${classes}.`,
        ]
      : [];
  const output = { name, type, shape: shape ?? [], classes: found, batched: shape?.length !== 1 };
  return { output, refusals, warnings };
}

const refused = (refusal: Refusal): OutputFindings => ({ output: null, refusals: [refusal], warnings: [] });

function refuseCount(outputs: SlotOutline[]): Refusal {
  const hint =
    "Wrap the network in a module whose forward returns only the class scores, or drop the others: import onnx.utils; onnx.utils.extract_model(path, new_path, [input_name], [scores_name]).";
  if (outputs.length === 0)
    return { code: "no_output", sentence: "The model has no output.", where: null, hint };
  const sentence = `The model has ${outputs.length.toLocaleString("en")} outputs (${listNames(outputs)}); one is expected, the class scores.`;
  return { code: "several_outputs", sentence, where: outputs[1]!.name || null, hint };
}

function refuseType({ name, elementType }: SlotOutline): Refusal {
  return {
    code: "output_type",
    sentence: `Output ${quoteName(name)} is ${elementTypeName(elementType)}; class scores in float32, float16 or float64 are expected.`,
    where: name || null,
    hint: "Return the logits or probabilities themselves, not their arg max; end a quantised model with DequantizeLinear, and convert a scikit-learn one with zipmap=False.",
  };
}

function refuseRank({ name, shape }: SlotOutline): Refusal {
  return {
    code: "output_rank",
    sentence: `Output ${quoteName(name)} has the shape ${written(shape ?? [])}; [batch, classes] or [classes] is expected.`,
    where: name || null,
    hint: "End the model with pooling and flattening (torch.flatten(x, 1), keras.layers.GlobalAveragePooling2D) so that it returns one score for each class.",
  };
}

function refuseClasses(name: string, found: number, classes: number): Refusal {
  const background = found === classes + 1 ? " Drop the background class by slicing the scores." : "";
  return {
    code: "wrong_classes",
    sentence: `Output ${quoteName(name)} has ${found.toLocaleString("en")} scores per image; this benchmark has ${classes.toLocaleString("en")} classes.`,
    where: name || null,
    hint: `Give the last layer ${classes} outputs, in the order of the benchmark's class list (timm.create_model(name, num_classes=${classes}), keras.layers.Dense(${classes})), train it and export again.${background}`,
  };
}
