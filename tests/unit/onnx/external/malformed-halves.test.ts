import onnxProto from "onnx-proto";
import { expect, test } from "vitest";
import { bytesSource } from "@/server/onnx/byte-source";
import { externalFiles } from "@/server/onnx/external/external-files";
import { UnreadableModel } from "@/server/onnx/unreadable-model";
import { externalModels } from "../../../fixtures/onnx/external-models";
import { mutate, seededRandom } from "../../../fixtures/onnx/mutate";
import { oneFileOf } from "../../../fixtures/onnx/one-file-of";
import { smallClassifier } from "../../../fixtures/onnx/small-classifier";
import { writeTwoFiles } from "../../../fixtures/onnx/write-two-files";

const name = "weights.data";
const inputs = 8000;

test("eight thousand malformed models with a data file: each is refused in words, or becomes a file without external values that a protobuf library reads", () => {
  const random = seededRandom(20_261_127);
  const two = writeTwoFiles(smallClassifier, name);
  const seeds = [two.model, ...Object.values(externalModels).map((write) => write())];
  let written = 0;
  for (let index = 0; index < inputs; index += 1) {
    const one = merged(mutate(seeds, random), two.data);
    if (!one) continue;
    written += 1;
    expect(externalFiles(bytesSource(one))).toEqual([]);
    onnxProto.onnx.ModelProto.decode(one);
  }
  expect(written).toBeGreaterThan(200);
  expect(written).toBeLessThan(inputs / 2);
});

/** Null where it is refused; any error but a refusal is thrown. */
function merged(model: Uint8Array, bytes: Uint8Array): Uint8Array | null {
  try {
    return oneFileOf(model, { name, bytes });
  } catch (error) {
    if (error instanceof UnreadableModel) return null;
    throw error;
  }
}
