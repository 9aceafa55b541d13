import onnxProto from "onnx-proto";
import { expect, test } from "vitest";
import { bytesSource } from "@/server/onnx/byte-source";
import { externalFiles } from "@/server/onnx/external/external-files";
import { planOneFile } from "@/server/onnx/external/plan-one-file";
import { UnreadableModel } from "@/server/onnx/unreadable-model";
import { writeModel } from "@/server/onnx/write-model";
import { externalModels } from "../../../fixtures/onnx/external-models";
import { codes, inspect } from "../../../fixtures/onnx/inspect-bytes";
import { oneFileOf } from "../../../fixtures/onnx/one-file-of";
import { oddClassifier, smallClassifier } from "../../../fixtures/onnx/small-classifier";
import { writeTwoFiles } from "../../../fixtures/onnx/write-two-files";

const { ModelProto } = onnxProto.onnx;
const two = writeTwoFiles(smallClassifier, "small.onnx.data");
const pair = { name: "small.onnx.data", bytes: two.data };
const values = Uint8Array.from({ length: 12 }, (_, index) => index + 1);

function refusal(model: Uint8Array, data: { name: string; size: number }, mostBytes = 2 ** 31 - 1) {
  try {
    planOneFile({ model: bytesSource(model), data, mostBytes });
  } catch (error) {
    if (error instanceof UnreadableModel) return error.fault;
    throw error;
  }
  throw new Error("not refused");
}

test("the one file is, byte for byte, the one that the model would have been written as", () => {
  const written = oneFileOf(two.model, pair);
  expect(written).toEqual(Buffer.from(writeModel(smallClassifier)));
  expect(inspect(written)).toMatchObject({ accepted: true, model: { parameters: 40 } });
});

test("the same two files make the same bytes each time", () => {
  expect(oneFileOf(two.model, pair)).toEqual(oneFileOf(two.model, pair));
});

const merged = Object.entries(externalModels).filter(([where]) => !where.includes("is default"));
test.each(merged)("values for %s move inside, as a protobuf library moves them", (_, write) => {
  const model = write();
  const expected = moveInside(ModelProto.decode(model));
  const written = oneFileOf(model, { name: "weights.data", bytes: values });
  expect(ModelProto.decode(written)).toEqual(expected);
  expect(externalFiles(bytesSource(written))).toEqual([]);
  expect(codes(written)).not.toContain("external_data");
});

test("what names a file but is said to be inside stays, and is refused as before", () => {
  const model = externalModels["an initializer whose location is default but that names a file"]!();
  expect(refusal(model, { name: "weights.data", size: 12 })).toMatchObject({ code: "other_data_file" });
  expect(codes(model)).toContain("external_data");
});

test("a weight of which two tensors take the same place is written twice", () => {
  const model = oddClassifier(({ graph }) => {
    for (const name of ["one", "two"]) graph.initializer.push(outside({ name }));
  });
  const { initializer } = ModelProto.decode(oneFileOf(model, { name: "w.data", bytes: values })).graph!;
  expect(initializer!.slice(-2).map(({ rawData }) => [...rawData!])).toEqual([[...values], [...values]]);
});

test("an offset is where the values begin", () => {
  const model = withTensor({ dims: [2], externalData: place({ location: "w.data", offset: "4" }) });
  const { initializer } = ModelProto.decode(oneFileOf(model, { name: "w.data", bytes: values })).graph!;
  expect([...initializer!.at(-1)!.rawData!]).toEqual([...values.subarray(4, 12)]);
});

test("a model that names no data file is to be sent alone", () => {
  expect(refusal(writeModel(smallClassifier), { name: "x.data", size: 9 }).sentence).toBe(
    "The model has all its values inside, so “x.data” is not part of it.",
  );
});

test("a data file of another name is refused, naming both", () => {
  expect(refusal(two.model, { name: "other.data", size: two.data.length }).sentence).toBe(
    "The model has its values in “small.onnx.data”; the file sent with it is “other.data”.",
  );
});

test("only the last part of a name counts, on either side", () => {
  for (const location of ["../../etc/w.data", "C:\\exports\\w.data", "/w.data"]) {
    const model = withTensor({ externalData: place({ location }) });
    expect(oneFileOf(model, { name: "w.data", bytes: values }).length).toBeGreaterThan(0);
    expect(refusal(model, { name: "../etc/passwd", size: 12 }).sentence).toContain("“passwd”");
  }
});

test("values in several files are refused, naming them", () => {
  const model = oddClassifier(({ graph }) => {
    for (const name of ["a", "b"]) graph.initializer.push(outside({ name, location: name }));
  });
  expect(refusal(model, { name: "a", size: 12 }).sentence).toBe(
    "The model's values are in 2 other files: “a”, “b”.",
  );
});

test("a data file that ends before a tensor does is told to be cut or another's", () => {
  expect(refusal(two.model, { name: pair.name, size: 100 })).toMatchObject({
    code: "other_data_file",
    sentence: "The data file has 100 bytes; tensor “weight” needs it to have 120 at least.",
  });
});

test.each([
  ["a length that is not the shape's", { externalData: place({ location: "w.data", length: "8" }) }],
  ["a negative offset", { externalData: place({ location: "w.data", offset: "-4" }) }],
  ["an offset beyond exact numbers", { externalData: place({ location: "w.data", offset: "9".repeat(20) }) }],
  ["an offset said twice", { externalData: [...place({ offset: "0" }), ...place({ offset: "4" })] }],
  ["a negative dimension", { dims: [-3] }],
  ["a shape beyond exact numbers", { dims: [2 ** 40, 2 ** 40] }],
  ["a type without a size", { dataType: 8 }],
  ["values inside as well", { rawData: values }],
])("a tensor with %s is refused", (_, change) => {
  expect(refusal(withTensor(change), { name: "w.data", size: 12 })).toMatchObject({
    code: "bad_tensor",
    sentence: expect.stringContaining("“outside”"),
  });
});

test("what would exceed the limit once written is refused before it is", () => {
  const sent = { name: pair.name, size: pair.bytes.length };
  const bytes = oneFileOf(two.model, pair).length;
  expect(refusal(two.model, sent, bytes - 1).code).toBe("too_large");
  expect(planOneFile({ model: bytesSource(two.model), data: sent, mostBytes: bytes }).bytes).toBe(bytes);
});

test("what is no model names no files", () => {
  expect(externalFiles(bytesSource(Uint8Array.of(1, 2, 3)))).toEqual([]);
  expect(externalFiles(bytesSource(two.model))).toEqual(["small.onnx.data"]);
});

type Entry = { key: string; value: string };

function place(entries: Record<string, string>): Entry[] {
  return Object.entries(entries).map(([key, value]) => ({ key, value }));
}

function outside({ location = "w.data", ...change }: { name?: string; location?: string } & object) {
  const externalData = place({ location });
  return { name: "outside", dims: [3], dataType: 1, dataLocation: 1, externalData, ...change };
}

function withTensor(change: object): Uint8Array {
  return oddClassifier(({ graph }) => void graph.initializer.push(outside(change)));
}

/** Every tensor of a decoded message that is external gets the values: the change that is expected, and no other. */
function moveInside<Message>(message: Message): Message {
  for (const value of Object.values(message as object)) {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) continue;
    if (value.dataLocation === 1) {
      Object.assign(value, { externalData: [], rawData: Buffer.from(values) });
      delete value.dataLocation;
    } else moveInside(value);
  }
  return message;
}
