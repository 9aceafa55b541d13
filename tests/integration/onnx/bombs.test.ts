import type { onnx } from "onnx-proto";
import { expect, test } from "vitest";
import { inspectModel } from "@/server/onnx/inspect-model";
import { writeModel } from "@/server/onnx/write-model";
import { classifierWith, oddClassifier, smallClassifier } from "../../fixtures/onnx/small-classifier";
import { bytesField, fieldHeader, varintField } from "../../fixtures/onnx/wire-field";

const MILLION = 1_000_000;
const utf8 = (text: string) => new TextEncoder().encode(text);
const good = writeModel(smallClassifier);
/** A field again and again; Buffer.concat, because the parts are many. */
const repeated = (part: Uint8Array, times: number) => Buffer.alloc(part.length * times, part);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const modelOf = (graph: Uint8Array) =>
  join(varintField(1, 8), bytesField(8, varintField(2, 17)), fieldHeader(7, graph.length), graph);
const relu = join(bytesField(1, utf8("flat")), bytesField(2, utf8("y")), bytesField(4, utf8("Relu")));

/** Written from the inside out: no encoder goes ten thousand deep. */
function nestedDeep(depth: number): Uint8Array {
  let headers: Uint8Array[] = [];
  let length = 0;
  for (let level = 0; level < depth; level += 1) {
    // node.attribute.g of a graph's node
    for (const field of [6, 5, 1]) {
      const header = fieldHeader(field, length);
      headers.push(header);
      length += header.length;
    }
  }
  headers = headers.reverse();
  return modelOf(join(...headers));
}

function functionChain(count: number): Uint8Array {
  return oddClassifier((model) => {
    const body = (level: number): onnx.INodeProto[] =>
      level === 0 ? [{ opType: "Relu" }] : [{ opType: `f${level - 1}`, domain: "local" }];
    model.functions = Array.from({ length: count }, (_, level) => ({
      name: `f${level}`,
      domain: "local",
      node: body(level),
      opsetImport: [{ domain: "", version: 17 }],
    })) as never;
  });
}

/** Every branch is a scope of its own, within one that knows many names. */
function manyScopes(names: number, branches: number): Uint8Array {
  const g: onnx.IGraphProto = { name: "g" };
  return oddClassifier(({ graph }) => {
    for (let i = 0; i < names; i += 1)
      graph.initializer.push({ name: `n${i}`, dims: [], dataType: 9, int32Data: [0] } as never);
    const branch = { opType: "If", input: ["n0"], attribute: [{ name: "then_branch", type: 5, g }] };
    for (let i = 0; i < branches; i += 1) graph.node.push(branch as never);
  });
}

const bombs: [string, () => Uint8Array, string][] = [
  ["a million nodes", () => modelOf(repeated(bytesField(1, relu), MILLION)), "too_complex"],
  [
    "a million inputs of one node",
    () => modelOf(bytesField(1, repeated(bytesField(1, utf8("x")), MILLION))),
    "too_complex",
  ],
  [
    "a million attributes of one node",
    () => modelOf(join(fieldHeader(1, 2 * MILLION), repeated(bytesField(5, new Uint8Array(0)), MILLION))),
    "too_complex",
  ],
  [
    "a million graph inputs",
    () => modelOf(repeated(bytesField(11, bytesField(1, utf8("x"))), MILLION)),
    "too_complex",
  ],
  [
    "a million operator sets",
    () => join(good, repeated(bytesField(8, varintField(2, 17)), MILLION)),
    "too_complex",
  ],
  [
    "three million dimensions, packed",
    () => modelOf(bytesFieldOf(5, bytesFieldOf(1, new Uint8Array(3 * MILLION).fill(1)))),
    "too_complex",
  ],
  ["ten thousand graphs inside one another", () => nestedDeep(10_000), "too_deep"],
  ["ten thousand functions that call each other in a row", () => functionChain(10_000), "recursive_function"],
  [
    "a length of 2^63",
    () => join(good, Uint8Array.of(0x3a, 255, 255, 255, 255, 255, 255, 255, 255, 127)),
    "truncated",
  ],
  [
    "a length of -1",
    () => join(good, Uint8Array.of(0x42, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1)),
    "malformed",
  ],
  ["a number that never ends", () => join(good, new Uint8Array(MILLION).fill(0x80)), "malformed"],
  ["a part longer than the whole", () => modelOf(fieldHeader(1, 2 ** 31)), "truncated"],
];

function bytesFieldOf(number: number, bytes: Uint8Array): Uint8Array {
  return join(fieldHeader(number, bytes.length), bytes);
}

test.each(bombs)("%s: refused after a few reads", (_, build, code) => {
  const { reads, inspection } = counted(build());
  expect(inspection.refusals.map((refusal) => refusal.code)).toContain(code);
  expect(reads).toBeLessThan(1_500);
});

// With a set of names for each branch it takes gigabytes.
test("twenty thousand branches in sight of twenty thousand names are read like any other", () => {
  const { inspection } = counted(manyScopes(20_000, 20_000));
  expect(inspection.model?.operators).toMatchObject({ If: 20_000 });
});

test("a function that calls two others, forty levels down, is refused before it is unfolded", () => {
  const opsetImport = [{ domain: "", version: 17 }];
  const model = oddClassifier((odd) => {
    odd.functions = Array.from({ length: 40 }, (_, level) => ({
      name: `f${level}`,
      domain: "local",
      node:
        level === 0 ? [{ opType: "Relu" }] : [1, 2].map(() => ({ opType: `f${level - 1}`, domain: "local" })),
      opsetImport,
    })) as never;
    odd.graph.node.push({ opType: "f39", domain: "local" } as never);
  });
  expect(counted(model).inspection.refusals.map(({ code }) => code)).toContain("too_complex");
  expect(counted(classifierWith({ opType: "Relu" })).inspection.accepted).toBe(true);
});

function counted(bytes: Uint8Array) {
  let reads = 0;
  const read = (offset: number, length: number) => {
    reads += 1;
    return bytes.subarray(offset, offset + length);
  };
  return {
    inspection: inspectModel({ source: { size: bytes.length, read }, classes: 10 }),
    get reads() {
      return reads;
    },
  };
}
