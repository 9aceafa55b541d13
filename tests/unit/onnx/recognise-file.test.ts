import { expect, test } from "vitest";
import { inspect } from "../../fixtures/onnx/inspect-bytes";

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const page = "<!DOCTYPE html><title>Sign in</title>";
const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\n";

test.each([
  ["plain text", "hello", "a text file that begins “hello”"],
  ["a web page", page, "a web page"],
  ["a Git LFS pointer", pointer, "a Git LFS pointer"],
  ["a PyTorch checkpoint", "PK\x03\x04\0\0resnet/data.pkl", "a PyTorch checkpoint"],
  ["a Keras 3 model", "PK\x03\x04\0\0metadata.json", "a Keras model"],
  ["a zip archive", "PK\x03\x04\0\0readme", "a zip archive"],
  ["a pickle", "\x80\x04\x95\0\0", "a Python pickle"],
  ["an HDF5 file", "\x89HDF\r\n\x1a\n\0\0", "an HDF5 file"],
  ["safetensors", '\x40\0\0\0\0\0\0\0{"weight":', "a safetensors file"],
  ["a TFLite model", "\x1c\0\0\0TFL3\0\0", "a TensorFlow Lite model"],
  ["a tar archive", `${"\0".repeat(257)}ustar`, "a tar archive"],
  ["a picture", "\x89PNG\r\n\x1a\n", "a PNG image"],
])("%s is named for what it is, with a way to ONNX", (_, text, words) => {
  const { refusals } = inspect(latin1(text));
  expect(refusals).toMatchObject([{ code: "not_onnx", where: null }]);
  expect(refusals[0]!.sentence).toContain(words);
  expect(refusals[0]!.hint).not.toBe("");
});

test("bytes 4-7 ORTM are refused whatever the rest says", () => {
  // ONNX to a parser: an IR version, then a producer name that begins with the mark.
  const bytes = latin1("\x08\x08\x12\x08ORTM____");
  expect(inspect(bytes).refusals).toMatchObject([{ code: "ort_format" }]);
});

test("an empty file is called empty", () => {
  expect(inspect(new Uint8Array(0)).refusals).toMatchObject([{ code: "empty" }]);
});
