import type { ByteSource } from "./byte-source";
import { checkBatchAxis } from "./check-batch-axis";
import { checkFunctions } from "./check-functions";
import { checkInput } from "./check-input";
import { checkKernels } from "./check-kernels";
import { checkNames } from "./check-names";
import { checkOperators } from "./check-operators";
import { checkOutput } from "./check-output";
import { checkRandomness } from "./check-randomness";
import { checkTensors, elementCount } from "./check-tensors";
import { checkVersions } from "./check-versions";
import { eachKindOnce } from "./each-kind-once";
import { elementTypes } from "./element-types";
import type { Fault, Inspection, ModelInput, ModelOutput, ModelSummary } from "./inspection-schema";
import type { ModelOutline } from "./model-outline";
import { modelSections, type Section } from "./model-sections";
import { plainName } from "./quote-name";
import { readModel } from "./read-model";
import { recognisedBytes, recogniseFile, recogniseText } from "./recognise-file";
import { recogniseWeights } from "./recognise-weights";
import { UnreadableModel } from "./unreadable-model";
import { WireReader } from "./wire-reader";

const mostBytes = 2 ** 31 - 1;
const mostEffort = 2_000_000;
const notCounted = new Set<number>([elementTypes.int64, elementTypes.bool, elementTypes.string]);

/**
 * Inspects a model file without running it and without reading its weights. `classes` is the benchmark's number of classes. Never
 * throws because of the file's contents (only if `source` does); returns all that is wrong at once, each kind with its count.
 */
export function inspectModel({ source, classes }: { source: ByteSource; classes: number }): Inspection {
  const head = source.read(0, Math.min(recognisedBytes, source.size));
  const early = refuseSize(source.size) ?? recogniseFile(head);
  if (early) return refusedWhole(early);
  try {
    const model = readModel(new WireReader(source, mostEffort));
    return inspectOutline(model, classes, source.size);
  } catch (error) {
    if (!(error instanceof UnreadableModel)) throw error;
    return refusedWhole(recogniseText(head) ?? recogniseWeights(source) ?? error.fault);
  }
}

function inspectOutline(model: ModelOutline, classes: number, bytes: number): Inspection {
  const sections = modelSections(model);
  const { input, ...inputSide } = checkInput(model.graph);
  const { output, ...outputSide } = checkOutput(model.graph, classes);
  const faults = [
    ...checkTensors(sections.flatMap(({ tensors }) => tensors)),
    ...checkVersions(model, sections),
    ...inputSide.refusals,
    ...outputSide.refusals,
    ...checkRandomness(sections, model.graph),
    ...checkOperators(sections, model.functions),
    ...checkKernels(sections),
    ...checkFunctions(model),
    ...checkNames(model),
    ...(model.hasTraining ? [refuseTraining()] : []),
  ];
  return {
    accepted: faults.length === 0,
    refusals: eachKindOnce(faults.map(cleaned)),
    warnings: [...outputSide.warnings, ...checkBatchAxis(model.graph)],
    model: input && output && summary(model, sections, { input, output, bytes }),
  };
}

function summary(
  { opsets, irVersion, producer }: ModelOutline,
  sections: Section[],
  sides: { input: ModelInput; output: ModelOutput; bytes: number },
): ModelSummary {
  const tensors = sections.flatMap((section) => section.tensors);
  const counts = tensors.filter(({ elementType }) => !notCounted.has(elementType)).map(elementCount);
  const operators = new Map<string, number>();
  for (const { domain, operator } of sections.flatMap(({ nodes }) => nodes)) {
    const name = plainName(domain === "" ? operator : `${domain}.${operator}`);
    operators.set(name, (operators.get(name) ?? 0) + 1);
  }
  return {
    parameters: counts.filter(Number.isSafeInteger).reduce((sum, count) => sum + count, 0),
    operators: Object.fromEntries([...operators].sort(([, a], [, b]) => b - a).slice(0, 200)),
    opsets: Object.fromEntries(
      opsets.slice(0, 50).map(({ domain, version }) => [plainName(domain || "ai.onnx"), version]),
    ),
    irVersion: irVersion ?? 0,
    producer: producer ? plainName(producer) : null,
    ...sides,
  };
}

function refuseSize(bytes: number): Fault | null {
  if (bytes > 0 && bytes <= mostBytes) return null;
  return bytes === 0
    ? { code: "empty", sentence: "The file is empty.", where: null, hint: "Export or upload it again." }
    : {
        code: "too_large",
        sentence: `The file has ${bytes.toLocaleString("en")} bytes; ONNX allows ${mostBytes.toLocaleString("en")} in one file.`,
        where: null,
        hint: "Store the weights as float16 (onnxconverter_common.float16.convert_float_to_float16) or quantise them.",
      };
}

function refuseTraining(): Fault {
  return {
    code: "training_info",
    sentence: "The file contains a training procedure as well as the model (training_info).",
    where: null,
    hint: 'Remove it: import onnx; m = onnx.load(path); m.ClearField("training_info"); onnx.save(m, path).',
  };
}

function refusedWhole(fault: Fault): Inspection {
  return { accepted: false, refusals: eachKindOnce([fault]), warnings: [], model: null };
}

function cleaned(fault: Fault): Fault {
  return { ...fault, where: fault.where === null ? null : plainName(fault.where) };
}
