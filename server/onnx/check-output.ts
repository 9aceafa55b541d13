import { written } from "./check-input";
import { elementTypeName } from "./element-type-name";
import { elementTypes } from "./element-types";
import { lastOperator } from "./graph-facts/last-operator";
import type { Fault, ModelOutput } from "./inspection-schema";
import type { GraphOutline, SlotOutline } from "./model-outline";
import { listNames, quoteName } from "./quote-name";

const acceptedTypes = new Map<number | null, ModelOutput["type"]>([
  [elementTypes.float32, "float32"],
  [elementTypes.float16, "float16"],
  [elementTypes.float64, "float64"],
]);

export type OutputFindings = { output: ModelOutput | null; refusals: Fault[]; warnings: string[] };

/**
 * Finds the one output of class scores, `[batch, classes]` or `[classes]`, with axes of length 1 anywhere, and checks its length against
 * the benchmark's number of classes. One score that is a sigmoid serves for two classes.
 */
export function checkOutput(graph: GraphOutline, classes: number): OutputFindings {
  const { outputs } = graph;
  const [slot] = outputs;
  if (!slot || outputs.length > 1) return refused(refuseCount(outputs));
  const type = acceptedTypes.get(slot.elementType);
  if (!type) return refused(refuseType(slot));
  const { name, shape } = slot;
  const found = shape ? scoresIn(shape) : null;
  if (found === "not_scores") return refused(refuseRank(slot));
  const sigmoid = endsInSigmoid(graph);
  const isRight = found === null || found === classes || (found === 1 && classes === 2 && sigmoid);
  const refusals = isRight ? [] : [refuseClasses(name, found, classes)];
  const warnings =
    found === null
      ? [
          `The model does not state its number of classes: the first images will show whether it is ${classes}.`,
        ]
      : [];
  const output = { name, type, shape: shape ?? [], classes: found, batched: shape?.length !== 1, sigmoid };
  return { output, refusals, warnings };
}

/** How many scores an image has in an output of this shape: null if an open axis may be theirs. */
function scoresIn(shape: (number | null)[]): number | null | "not_scores" {
  if (shape.length === 0) return "not_scores";
  const axes = shape.length === 1 ? shape : shape.slice(1);
  const [long, ...more] = axes.filter((size) => size !== null && size !== 1);
  if (more.length > 0 || long === 0) return "not_scores";
  return long ?? (axes.includes(null) ? null : 1);
}

function endsInSigmoid(graph: GraphOutline): boolean {
  const last = lastOperator(graph);
  return last !== null && (last.operator === "Sigmoid" || last.operator === "QLinearSigmoid");
}

const refused = (refusal: Fault): OutputFindings => ({ output: null, refusals: [refusal], warnings: [] });

function refuseCount(outputs: SlotOutline[]): Fault {
  const hint =
    "Wrap the network in a module whose forward returns only the class scores, or drop the others: import onnx.utils; onnx.utils.extract_model(path, new_path, [input_name], [scores_name]).";
  if (outputs.length === 0)
    return { code: "no_output", sentence: "The model has no output.", where: null, hint };
  const sentence = `The model has ${outputs.length.toLocaleString("en")} outputs (${listNames(outputs)}); one is expected, the class scores.`;
  return { code: "several_outputs", sentence, where: outputs[1]!.name || null, hint };
}

function refuseType({ name, elementType }: SlotOutline): Fault {
  return {
    code: "output_type",
    sentence: `Output ${quoteName(name)} is ${elementTypeName(elementType)}; class scores in float32, float16 or float64 are expected.`,
    where: name || null,
    hint: "Return the logits or probabilities themselves, not their arg max; end a quantised model with DequantizeLinear (from TensorFlow Lite: python -m tf2onnx.convert --tflite model.tflite --output model.onnx --dequantize), and convert a scikit-learn one with zipmap=False.",
  };
}

function refuseRank({ name, shape }: SlotOutline): Fault {
  return {
    code: "output_rank",
    sentence: `Output ${quoteName(name)} has the shape ${written(shape ?? [])}; [batch, classes] or [classes] is expected.`,
    where: name || null,
    hint: "End the model with pooling and flattening (torch.flatten(x, 1), keras.layers.GlobalAveragePooling2D) so that it returns one score for each class.",
  };
}

function refuseClasses(name: string, found: number, classes: number): Fault {
  if (found === 1 && classes === 2)
    return {
      code: "wrong_classes",
      sentence: `Output ${quoteName(name)} has 1 score per image; this benchmark has 2 classes.`,
      where: name || null,
      hint: "End the model with a sigmoid, whose value p is then read as the probability of the second class, or return both scores, Concat(1 - p, p): torch.cat([1 - p, p], dim=1), keras.layers.Concatenate()([1 - p, p]).",
    };
  const background = found === classes + 1 ? " Drop the background class by slicing the scores." : "";
  return {
    code: "wrong_classes",
    sentence: `Output ${quoteName(name)} has ${found === 1 ? "1 score" : `${found.toLocaleString("en")} scores`} per image; this benchmark has ${classes.toLocaleString("en")} classes.`,
    where: name || null,
    hint: `Give the last layer ${classes} outputs, in the order of the benchmark's class list (timm.create_model(name, num_classes=${classes}), keras.layers.Dense(${classes})), train it and export again.${background}`,
  };
}
