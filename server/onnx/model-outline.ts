/** A constant tensor without its values. `location` names the file of external data. */
export type TensorOutline = {
  name: string;
  elementType: number;
  dims: number[];
  location: string | null;
  /** Bytes of `raw_data`, null when it is absent. */
  rawBytes: number | null;
  /** Bytes, as encoded, of the typed data fields. */
  typedBytes: number;
  /** A single false, as `training_mode` may be set. */
  isFalse: boolean;
};

export type AttributeOutline = {
  name: string;
  int: number | null;
  /** A short list of integers, such as a permutation; empty if there is none or it is long. */
  ints: number[];
  /** Takes its value from an attribute of the enclosing local function. */
  isReference: boolean;
  tensors: TensorOutline[];
  graphs: GraphOutline[];
};

export type NodeOutline = {
  name: string;
  operator: string;
  domain: string;
  overload: string;
  inputs: string[];
  outputs: string[];
  attributes: AttributeOutline[];
};

/** `elementType` is null for anything but a tensor. */
export type SlotOutline = {
  name: string;
  elementType: number | null;
  /** Null if the file gives none; a dimension is null if it is open. */
  shape: (number | null)[] | null;
  /** The names of the dimensions, "" where one has none. */
  dimensionNames: string[];
};

export type GraphOutline = {
  inputs: SlotOutline[];
  outputs: SlotOutline[];
  nodes: NodeOutline[];
  tensors: TensorOutline[];
};

export type Opset = { domain: string; version: number };

export type FunctionOutline = {
  name: string;
  domain: string;
  overload: string;
  opsets: Opset[];
  inputs: string[];
  outputs: string[];
  nodes: NodeOutline[];
  attributes: AttributeOutline[];
};

export type ModelOutline = {
  irVersion: number | null;
  producer: string;
  opsets: Opset[];
  graph: GraphOutline;
  functions: FunctionOutline[];
  hasTraining: boolean;
};
