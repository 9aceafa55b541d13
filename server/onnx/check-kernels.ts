import { placeOf } from "./check-operators";
import { elementTypes } from "./element-types";
import { constantsOf } from "./graph-facts/constants-of";
import type { Fault } from "./inspection-schema";
import type { Section } from "./model-sections";

/**
 * Element types of weights for which the runtime's CPU provider (onnxruntime 1.30) has no kernel of these operators, at any opset: each
 * was tried. What it may or may not have is left to a trial.
 */
const withoutKernel = [
  {
    type: elementTypes.bfloat16,
    name: "bfloat16",
    operators: new Set(
      "Conv ConvTranspose MatMul Gemm Add Sub Mul Div BatchNormalization InstanceNormalization PRelu".split(
        " ",
      ),
    ),
  },
  {
    type: elementTypes.float64,
    name: "float64 (double)",
    operators: new Set(["Conv", "ConvTranspose", "InstanceNormalization"]),
  },
];

/** Refuses weights in a number format in which the runtime cannot compute; one fault for each format, naming the first node. */
export function checkKernels(sections: Section[]): Fault[] {
  return withoutKernel.flatMap(({ type, name, operators }) => {
    const stuck = sections.flatMap(({ nodes, initializers }) => {
      const constants = constantsOf(nodes, initializers);
      return nodes.filter(
        ({ domain, operator, inputs }) =>
          domain === "" &&
          operators.has(operator) &&
          inputs.some((input) => constants.get(input)?.elementType === type),
      );
    });
    if (!stuck[0]) return [];
    const names = [...new Set(stuck.map(({ operator }) => operator))].join(", ");
    return [
      {
        code: "no_kernel",
        sentence: `The weights are ${name}, and the runtime cannot compute ${names} with them.`,
        where: placeOf(stuck[0]),
        count: stuck.length,
        hint: "Convert the model to float32 before you export it: model.float() in PyTorch (or model.half() for float16), with a float32 example.",
      },
    ];
  });
}
