import { type ElementType, elementTypes } from "./element-types";
import type { Fault } from "./inspection-schema";
import type { TensorOutline } from "./model-outline";
import { oneFileHint } from "./one-file-hint";
import { quoteName } from "./quote-name";

const bitsOf: Partial<Record<ElementType, number>> = {
  float32: 32,
  uint8: 8,
  int8: 8,
  uint16: 16,
  int16: 16,
  int32: 32,
  int64: 64,
  bool: 8,
  float16: 16,
  float64: 64,
  uint32: 32,
  uint64: 64,
  complex64: 64,
  complex128: 128,
  bfloat16: 16,
  float8e4m3fn: 8,
  float8e4m3fnuz: 8,
  float8e5m2: 8,
  float8e5m2fnuz: 8,
  uint4: 4,
  int4: 4,
  float4e2m1: 4,
};
const bitsOfNumber = new Map(
  Object.entries(bitsOf).map(([name, bits]) => [elementTypes[name as ElementType] as number, bits]),
);

/** The product of a tensor's dimensions; 1 for a scalar. */
export function elementCount({ dims }: Pick<TensorOutline, "dims">): number {
  return dims.reduce((product, dim) => product * dim, 1);
}

/** The bytes that a tensor's values take in raw_data; null for a shape or type that has no such size. */
export function rawBytesOf(tensor: Pick<TensorOutline, "dims" | "elementType">): number | null {
  const count = elementCount(tensor);
  const bits = bitsOfNumber.get(tensor.elementType);
  if (bits === undefined || tensor.dims.some((dim) => dim < 0) || !Number.isSafeInteger(count * bits))
    return null;
  return Math.ceil((count * bits) / 8);
}

/**
 * Refuses values stored in other files, and shapes that the stored bytes do not fit: one fault for each reason, naming the first
 * tensor.
 */
export function checkTensors(tensors: TensorOutline[]): Fault[] {
  return [refuseExternal(tensors), refuseAbsurd(tensors)].filter((refusal) => refusal !== null);
}

function refuseExternal(tensors: TensorOutline[]): Fault | null {
  const external = tensors.filter(({ location }) => location !== null);
  const [first] = external;
  if (!first) return null;
  const place = first.location ? `in another file, ${quoteName(first.location)}` : "in another file";
  const count = external.length === 1 ? "1 tensor has its" : `${external.length} tensors have their`;
  return {
    code: "external_data",
    sentence: `The weights are not in this file: ${count} values ${place}.`,
    where: first.name || null,
    hint: oneFileHint,
  };
}

function refuseAbsurd(tensors: TensorOutline[]): Fault | null {
  const absurd = tensors.filter((tensor) => tensor.location === null && !fits(tensor));
  if (!absurd[0]) return null;
  const { name, dims, rawBytes, typedBytes } = absurd[0];
  const bytes = (rawBytes ?? typedBytes).toLocaleString("en");
  return {
    code: "bad_tensor",
    sentence: `Tensor ${quoteName(name)} of shape [${dims.slice(0, 8).join(", ")}] does not match the ${bytes} bytes stored for it.`,
    where: name || null,
    count: absurd.length,
    hint: 'The file is damaged or was edited by hand. Check it with onnx.checker.check_model("model.onnx", full_check=True) and export it again.',
  };
}

function fits(tensor: TensorOutline): boolean {
  const { elementType, dims, rawBytes, typedBytes } = tensor;
  const count = elementCount(tensor);
  if (dims.some((dim) => dim < 0) || !Number.isSafeInteger(count)) return false;
  if (elementType === elementTypes.string) return rawBytes === null && count <= typedBytes;
  const bits = bitsOfNumber.get(elementType);
  if (bits === undefined) return false;
  // An encoded element takes at least a byte; two 4-bit ones share an int32.
  return rawBytes === null ? count <= typedBytes * (bits === 4 ? 2 : 1) : rawBytes === rawBytesOf(tensor);
}
