import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { inspectModel } from "../onnx/inspect-model";

// Run in its own process, as node - CLASSES PATH with this program on standard input; writes the inspection as JSON to standard
// output.
const [classes, path] = process.argv.slice(2);
const file = openSync(path!, "r");
const source = {
  size: fstatSync(file).size,
  read: (offset: number, length: number) => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  },
};
const answer = Buffer.from(JSON.stringify(inspectModel({ source, classes: Number(classes) })));
closeSync(file);
for (let written = 0; written < answer.length; ) written += writeSync(1, answer, written);
