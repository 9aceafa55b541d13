import { elementTypeName } from "./element-type-name";
import { elementTypes } from "./element-types";
import { imageLayout } from "./image-layout";
import type { Fault, ModelInput } from "./inspection-schema";
import type { GraphOutline, SlotOutline } from "./model-outline";
import { listNames, quoteName } from "./quote-name";

const largestSide = 4096;
const largestBatch = 1024;
const acceptedTypes = new Map<number | null, ModelInput["type"]>([
  [elementTypes.float32, "float32"],
  [elementTypes.float16, "float16"],
  [elementTypes.uint8, "uint8"],
]);

export type InputFindings = { input: ModelInput | null; refusals: Fault[] };

/** Finds the one image input. Initializers, which old IR versions list among the inputs, do not count. */
export function checkInput(graph: GraphOutline): InputFindings {
  const constants = new Set(graph.tensors.map(({ name }) => name));
  const slots = graph.inputs.filter(({ name }) => !constants.has(name));
  const [slot] = slots;
  if (!slot || slots.length > 1) return refused(refuseCount(slots));
  const type = acceptedTypes.get(slot.elementType);
  if (!type) return refused(refuseType(slot));
  if (slot.shape?.length !== 4) return refused(refuseRank(slot));
  return checkShape(slot, { type, shape: slot.shape, graph });
}

type Shaped = { type: ModelInput["type"]; shape: (number | null)[]; graph: GraphOutline };

function checkShape(slot: SlotOutline, { type, shape, graph }: Shaped): InputFindings {
  const { name } = slot;
  const [batch = null, ...rest] = shape;
  if (isAbsurd(batch, largestBatch) || rest.some((size) => isAbsurd(size, largestSide)))
    return refused(refuseSize(name, shape));
  const axes = imageLayout(slot, shape, graph);
  if (axes === "no_channels") return refused(refuseChannels(name, shape));
  return { input: { name, type, shape, batch, ...axes }, refusals: [] };
}

const isAbsurd = (size: number | null, most: number) => size !== null && (size < 1 || size > most);

const refused = (refusal: Fault): InputFindings => ({ input: null, refusals: [refusal] });

/** A shape as people write it, with "?" for an open dimension. */
export function written(shape: (number | null)[]): string {
  const dims = shape.slice(0, 8).map((size) => size ?? "?");
  return `[${dims.join(", ")}${shape.length > 8 ? ", …" : ""}]`;
}

// A Normalization layer's constants become inputs in Keras' own export (3.15, tf2onnx 1.17), and do not by way of a SavedModel.
const kerasHint =
  'From Keras: model.export("saved", format="tf_saved_model"), then python -m tf2onnx.convert --saved-model saved --output model.onnx.';

function refuseCount(slots: SlotOutline[]): Fault {
  const hint =
    "Wrap the network in a module whose forward takes only the image and supplies the rest as constants, then export that.";
  if (slots.length === 0)
    return {
      code: "no_input",
      sentence: "The model has no input, so it could not depend on the image.",
      where: null,
      hint,
    };
  const sentence = `The model has ${slots.length.toLocaleString("en")} inputs (${listNames(slots)}); one is expected, the image.`;
  return { code: "several_inputs", sentence, where: slots[1]!.name || null, hint: `${hint} ${kerasHint}` };
}

const quantisedTypes = new Set<number | null>([elementTypes.int8, elementTypes.int16]);

function refuseType({ name, elementType }: SlotOutline): Fault {
  return {
    code: "input_type",
    sentence: `Input ${quoteName(name)} is ${elementTypeName(elementType)}; float32, float16 and uint8 are accepted.`,
    where: name || null,
    hint: quantisedTypes.has(elementType)
      ? "The input is quantised, as TensorFlow Lite writes it. Convert it with float inputs and outputs: python -m tf2onnx.convert --tflite model.tflite --output model.onnx --dequantize."
      : "Export with a float32 example: torch.onnx.export(model.float(), torch.zeros(1, 3, 32, 32), path); in tf2onnx, a float32 input signature.",
  };
}

function refuseRank({ name, shape }: SlotOutline): Fault {
  const found = shape ? `has the shape ${written(shape)}` : "declares no shape";
  return {
    code: "input_rank",
    sentence: `Input ${quoteName(name)} ${found}; four dimensions are expected, [batch, 3, height, width] or [batch, height, width, 3].`,
    where: name || null,
    hint: shape?.length === 3 ? addBatchAxis(shape) : flattenInside,
  };
}

const flattenInside =
  "Export with an example that has a batch axis, such as torch.zeros(1, 3, 32, 32), and move flattening into the model (Reshape as the first layer).";

/** Adds a batch axis to a finished file: a Reshape takes it off again. Tried with onnx 1.23. */
function addBatchAxis(shape: (number | null)[]): string {
  const sizes = shape.map((size) => size ?? -1).join(", ");
  return `It lacks the batch axis. Export with an example that has one, such as torch.zeros(1, 3, 32, 32), or add it to the file: import onnx, numpy; m = onnx.load("model.onnx"); x = m.graph.input[0]; x.type.tensor_type.shape.dim.insert(0, onnx.TensorShapeProto.Dimension(dim_value=1)); m.graph.initializer.append(onnx.numpy_helper.from_array(numpy.array([${sizes}]), "one_image")); m.graph.node.insert(0, onnx.helper.make_node("Reshape", ["images", "one_image"], [x.name])); x.name = "images"; onnx.save(m, "with-batch.onnx").`;
}

function refuseSize(name: string, shape: (number | null)[]): Fault {
  return {
    code: "input_size",
    sentence: `Input ${quoteName(name)} has the shape ${written(shape)}; this site runs batches of 1 to ${largestBatch} images with sides of 1 to ${largestSide} pixels.`,
    where: name || null,
    hint: 'Export with the size the model was trained at and a dynamic batch: dynamic_axes={"input": {0: "batch"}}.',
  };
}

function refuseChannels(name: string, shape: (number | null)[]): Fault {
  return {
    code: "input_channels",
    sentence: `Input ${quoteName(name)} has the shape ${written(shape)} and takes neither 3 channels (colour) nor 1 (grey).`,
    where: name || null,
    hint: "The images are RGB. Let the model take [batch, 3, height, width] or [batch, height, width, 3] and derive any further channels itself.",
  };
}
