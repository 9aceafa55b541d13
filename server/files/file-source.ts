import { fstatSync, readSync } from "node:fs";
import type { ByteSource } from "../onnx/byte-source";

/** An open file as bytes at random access. */
export function fileSource(file: number): ByteSource {
  return {
    size: fstatSync(file).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    },
  };
}
