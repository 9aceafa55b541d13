import type { onnx } from "onnx-proto";
import onnxProto from "onnx-proto";
import { type ElementType, elementTypes } from "./element-types";

type TensorData =
  | Float32Array
  | Float64Array
  | BigInt64Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint8Array
  | Uint16Array;

/**
 * A constant: `dims` multiply to the length of `data`. The type follows the array's; `Uint16Array` becomes "float16" if `type`
 * says so.
 */
type Tensor = { dims: number[]; data: TensorData; type?: ElementType };

/** A graph input or output. A string in `shape` names an open dimension, such as the batch. */
export type TensorSlot = { name: string; shape: (number | string)[]; type: ElementType };

/** A whole number becomes INT, any other FLOAT; `{ float }` and `{ floats }` make whole numbers FLOAT. */
type AttributeValue =
  | number
  | number[]
  | string
  | string[]
  | { float: number }
  | { floats: number[] }
  | Tensor
  | Graph;

export type GraphNode = {
  op: string;
  inputs: string[];
  outputs: string[];
  name?: string;
  domain?: string;
  attributes?: Record<string, AttributeValue>;
};

type Graph = {
  name: string;
  inputs: TensorSlot[];
  outputs: TensorSlot[];
  nodes: GraphNode[];
  initializers: (Tensor & { name: string })[];
};

export type ModelToWrite = Graph & { opset: number; irVersion?: number; producer?: string };

const attributeTypes = { FLOAT: 1, INT: 2, STRING: 3, TENSOR: 4, GRAPH: 5, FLOATS: 6, INTS: 7, STRINGS: 8 };

/**
 * The bytes of an ONNX file with this graph, weights inside (`raw_data`, little-endian as the specification requires). Checks
 * nothing.
 */
export function writeModel({ opset, irVersion = 8, producer = "", ...graph }: ModelToWrite): Uint8Array {
  const model: onnx.IModelProto = {
    irVersion,
    producerName: producer,
    opsetImport: [{ domain: "", version: opset }],
    graph: graphMessage(graph),
  };
  return onnxProto.onnx.ModelProto.encode(model).finish();
}

function graphMessage({ name, inputs, outputs, nodes, initializers }: Graph): onnx.IGraphProto {
  return {
    name,
    node: nodes.map(nodeMessage),
    input: inputs.map(slotMessage),
    output: outputs.map(slotMessage),
    initializer: initializers.map((tensor) => ({ name: tensor.name, ...tensorMessage(tensor) })),
  };
}

function nodeMessage({ op, inputs, outputs, name, domain, attributes = {} }: GraphNode): onnx.INodeProto {
  return {
    opType: op,
    input: inputs,
    output: outputs,
    name: name ?? "",
    domain: domain ?? "",
    attribute: Object.entries(attributes).map(([key, value]) => ({ name: key, ...attributeMessage(value) })),
  };
}

function slotMessage({ name, shape, type }: TensorSlot): onnx.IValueInfoProto {
  const dim = shape.map((size) => (typeof size === "number" ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: elementTypes[type], shape: { dim } } } };
}

function tensorMessage({ dims, data, type }: Tensor): onnx.ITensorProto {
  return {
    dims,
    dataType: elementTypes[type ?? typeOf(data)],
    rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}

function typeOf(data: TensorData): ElementType {
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Float64Array) return "float64";
  if (data instanceof BigInt64Array) return "int64";
  if (data instanceof Int32Array) return "int32";
  if (data instanceof Int16Array) return "int16";
  if (data instanceof Int8Array) return "int8";
  return data instanceof Uint16Array ? "uint16" : "uint8";
}

function attributeMessage(value: AttributeValue): onnx.IAttributeProto {
  if (typeof value === "number") return Number.isInteger(value) ? int(value) : float(value);
  if (typeof value === "string") return { type: attributeTypes.STRING, s: utf8(value) };
  if (Array.isArray(value)) return listMessage(value);
  if ("float" in value) return float(value.float);
  if ("floats" in value) return { type: attributeTypes.FLOATS, floats: value.floats };
  if ("nodes" in value) return { type: attributeTypes.GRAPH, g: graphMessage(value) };
  return { type: attributeTypes.TENSOR, t: tensorMessage(value) };
}

function listMessage(values: number[] | string[]): onnx.IAttributeProto {
  if (typeof values[0] === "string")
    return { type: attributeTypes.STRINGS, strings: (values as string[]).map(utf8) };
  const numbers = values as number[];
  return numbers.every(Number.isInteger)
    ? { type: attributeTypes.INTS, ints: numbers }
    : { type: attributeTypes.FLOATS, floats: numbers };
}

const int = (i: number) => ({ type: attributeTypes.INT, i });
const float = (f: number) => ({ type: attributeTypes.FLOAT, f });
const utf8 = (text: string) => new TextEncoder().encode(text);
