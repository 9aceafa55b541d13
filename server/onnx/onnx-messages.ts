/**
 * How to read a field's bytes. Plural kinds may occur more than once. `numbers` are integers that are read; for `varints`,
 * `floats` and `doubles`, which are bulk data, only the place is recorded.
 */
export type FieldKind = "number" | "numbers" | "float" | "varints" | "floats" | "doubles" | "span" | "spans";

export type Message<Name extends string = string> = {
  title: string;
  /** Fields that this message does not define are refused, not skipped. */
  closed: boolean;
  fields: Map<number, { name: Name; kind: FieldKind }>;
  /** At most one of these fields may be set (a protobuf `oneof`). */
  exclusive: Name[];
};

function message<Name extends string>(
  title: string,
  fields: Record<Name, [number, FieldKind]>,
  { exclusive = [], closed = false }: { exclusive?: NoInfer<Name>[]; closed?: boolean } = {},
): Message<Name> {
  const entries = Object.entries<[number, FieldKind]>(fields) as [Name, [number, FieldKind]][];
  const byNumber = new Map(entries.map(([name, [number, kind]]) => [number, { name, kind }]));
  return { title, closed, fields: byNumber, exclusive };
}

// Field numbers: onnx-ml.proto of the ONNX specification, IR version 13. Texts, bytes and messages are all spans.

export const modelProto = message(
  "ModelProto",
  {
    irVersion: [1, "number"],
    producerName: [2, "span"],
    producerVersion: [3, "span"],
    domain: [4, "span"],
    modelVersion: [5, "number"],
    docString: [6, "span"],
    graph: [7, "span"],
    opsetImport: [8, "spans"],
    metadataProps: [14, "spans"],
    trainingInfo: [20, "spans"],
    functions: [25, "spans"],
    configuration: [26, "spans"],
  },
  { closed: true },
);

export const opsetProto = message("OperatorSetIdProto", { domain: [1, "span"], version: [2, "number"] });

export const graphProto = message("GraphProto", {
  node: [1, "spans"],
  name: [2, "span"],
  initializer: [5, "spans"],
  docString: [10, "span"],
  input: [11, "spans"],
  output: [12, "spans"],
  valueInfo: [13, "spans"],
  quantizationAnnotation: [14, "spans"],
  sparseInitializer: [15, "spans"],
  metadataProps: [16, "spans"],
});

export const nodeProto = message("NodeProto", {
  input: [1, "spans"],
  output: [2, "spans"],
  name: [3, "span"],
  opType: [4, "span"],
  attribute: [5, "spans"],
  docString: [6, "span"],
  domain: [7, "span"],
  overload: [8, "span"],
  metadataProps: [9, "spans"],
  deviceConfigurations: [10, "spans"],
});

export const attributeProto = message("AttributeProto", {
  name: [1, "span"],
  f: [2, "float"],
  i: [3, "number"],
  s: [4, "span"],
  t: [5, "span"],
  g: [6, "span"],
  floats: [7, "floats"],
  ints: [8, "varints"],
  strings: [9, "spans"],
  tensors: [10, "spans"],
  graphs: [11, "spans"],
  docString: [13, "span"],
  typeProto: [14, "span"],
  typeProtos: [15, "spans"],
  type: [20, "number"],
  refAttrName: [21, "span"],
  sparseTensor: [22, "span"],
  sparseTensors: [23, "spans"],
});

export const tensorProto = message("TensorProto", {
  dims: [1, "numbers"],
  dataType: [2, "number"],
  segment: [3, "span"],
  floatData: [4, "floats"],
  int32Data: [5, "varints"],
  stringData: [6, "spans"],
  int64Data: [7, "varints"],
  name: [8, "span"],
  rawData: [9, "span"],
  doubleData: [10, "doubles"],
  uint64Data: [11, "varints"],
  docString: [12, "span"],
  externalData: [13, "spans"],
  dataLocation: [14, "number"],
  metadataProps: [16, "spans"],
});

export const sparseTensorProto = message("SparseTensorProto", {
  values: [1, "span"],
  indices: [2, "span"],
  dims: [3, "numbers"],
});

export const stringEntryProto = message("StringStringEntryProto", { key: [1, "span"], value: [2, "span"] });

export const valueInfoProto = message("ValueInfoProto", {
  name: [1, "span"],
  type: [2, "span"],
  docString: [3, "span"],
  metadataProps: [4, "spans"],
});

export const typeProto = message(
  "TypeProto",
  {
    tensor: [1, "span"],
    sequence: [4, "span"],
    map: [5, "span"],
    denotation: [6, "span"],
    opaque: [7, "span"],
    sparseTensor: [8, "span"],
    optional: [9, "span"],
  },
  { exclusive: ["tensor", "sequence", "map", "opaque", "sparseTensor", "optional"] },
);

export const tensorTypeProto = message("TypeProto.Tensor", {
  elementType: [1, "number"],
  shape: [2, "span"],
});

export const shapeProto = message("TensorShapeProto", { dim: [1, "spans"] });

export const dimensionProto = message(
  "TensorShapeProto.Dimension",
  { value: [1, "number"], param: [2, "span"], denotation: [3, "span"] },
  { exclusive: ["value", "param"] },
);

export const functionProto = message("FunctionProto", {
  name: [1, "span"],
  input: [4, "spans"],
  output: [5, "spans"],
  attribute: [6, "spans"],
  node: [7, "spans"],
  docString: [8, "span"],
  opsetImport: [9, "spans"],
  domain: [10, "span"],
  attributeProto: [11, "spans"],
  valueInfo: [12, "spans"],
  overload: [13, "span"],
  metadataProps: [14, "spans"],
});
