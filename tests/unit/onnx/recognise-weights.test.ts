import { expect, test } from "vitest";
import { toHalf } from "@/workers/sandbox/half-float";
import { inspect } from "../../fixtures/onnx/inspect-bytes";
import { seededRandom } from "../../fixtures/onnx/mutate";

const random = seededRandom(5);
const normal = () => 0.05 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const weights = Array.from({ length: 20_000 }, normal);
const bytesOf = ({ buffer }: Float32Array | Uint16Array) => new Uint8Array(buffer as ArrayBuffer);

test.each([
  ["float32", bytesOf(Float32Array.from(weights))],
  ["float16", bytesOf(Uint16Array.from(weights, toHalf))],
])("weights alone, in %s, are told from a damaged model, with how to export one file", (_, bytes) => {
  const { refusals } = inspect(bytes);
  expect(refusals).toMatchObject([{ code: "weights_only" }]);
  expect(refusals[0]!.hint).toContain("external_data=False");
});

test("bytes without order are no weights", () => {
  const noise = Uint8Array.from({ length: 80_000 }, () => Math.floor(random() * 256));
  expect(inspect(noise).refusals[0]!.code).not.toBe("weights_only");
  expect(inspect(new Uint8Array(80_000)).refusals[0]!.code).not.toBe("weights_only");
});
