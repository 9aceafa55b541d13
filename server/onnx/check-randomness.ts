import { placeOf } from "./check-operators";
import { constantNames } from "./constant-names";
import type { Fault } from "./inspection-schema";
import type { GraphOutline, NodeOutline } from "./model-outline";
import type { Section } from "./model-sections";

const randomOperators = new Set([
  "RandomNormal",
  "RandomNormalLike",
  "RandomUniform",
  "RandomUniformLike",
  "Multinomial",
  "Bernoulli",
]);

/**
 * Refuses anything that can make two runs on the same image differ: random operators, whose generators carry state from run to
 * run (a seed does not help), Dropout in training mode, and BatchNormalization that computes its statistics from the batch. In the
 * main graph the last may standardise weights (as in NFNet and BiT), which are no batch.
 */
export function checkRandomness(sections: Section[], graph: GraphOutline): Fault[] {
  const constant = constantNames(graph);
  return sections.flatMap(({ nodes, falseNames, opsets }, place) => {
    const standardises = ({ inputs }: NodeOutline) =>
      place === 0 && inputs.every((name) => constant.has(name));
    const opset = opsets.find(({ domain }) => domain === "")?.version ?? 0;
    return nodes
      .filter(({ domain }) => domain === "")
      .flatMap((node) => {
        if (randomOperators.has(node.operator)) return [refuseRandom(node)];
        const trains =
          dropsOut(node, opset, falseNames) || (normalisesByBatch(node, opset) && !standardises(node));
        return trains ? [refuseTraining(node)] : [];
      });
  });
}

// Opset 12 made training an input of Dropout; from 7 to 11 the operator passes its input through.
function dropsOut(
  { operator, inputs }: NodeOutline,
  opset: number,
  falseNames: Section["falseNames"],
): boolean {
  const mode = inputs[2];
  return operator === "Dropout" && opset >= 12 && mode !== undefined && mode !== "" && !falseNames.has(mode);
}

// Opset 14 made training an attribute; before it, extra outputs meant training.
function normalisesByBatch({ operator, outputs, attributes }: NodeOutline, opset: number): boolean {
  if (operator !== "BatchNormalization") return false;
  const mode = attributes.find(({ name }) => name === "training_mode");
  const isTold = mode !== undefined && (mode.isReference || (mode.int ?? 0) !== 0);
  return isTold || (opset < 14 && outputs.filter((name) => name !== "").length > 1);
}

function refuseRandom(node: NodeOutline): Fault {
  return {
    code: "random_operator",
    sentence: `${node.operator} draws random numbers, so the model may answer the same image differently, and it carries state from image to image.`,
    where: placeOf(node),
    hint: "Export for inference: call model.eval() first and remove noise, sampling, stochastic depth and data augmentation layers (in Keras, call the model with training=False).",
  };
}

function refuseTraining(node: NodeOutline): Fault {
  return {
    code: "training_mode",
    sentence: `${node.operator} is in training mode, so the answer for an image depends on chance or on the other images in its batch.`,
    where: placeOf(node),
    hint: "Export for inference: model.eval() and torch.onnx.export(..., training=TrainingMode.EVAL), the default; in Keras, call the model with training=False.",
  };
}
