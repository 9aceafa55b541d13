import { closeSync, openSync, writeSync } from "node:fs";
import { fileSource } from "../files/file-source";
import { inspectModel } from "../onnx/inspect-model";

// Run in its own process, as node - CLASSES PATH with this program on standard input; writes the inspection as JSON to standard
// output.
const [classes, path] = process.argv.slice(2);
const file = openSync(path!, "r");
const inspection = inspectModel({ source: fileSource(file), classes: Number(classes) });
const answer = Buffer.from(JSON.stringify(inspection));
closeSync(file);
for (let written = 0; written < answer.length; ) written += writeSync(1, answer, written);
