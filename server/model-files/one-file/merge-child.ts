import { openSync, readSync, writeSync } from "node:fs";
import { fileSource } from "../../files/file-source";
import { externalFiles } from "../../onnx/external/external-files";
import { type Piece, planOneFile } from "../../onnx/external/plan-one-file";
import { recognisedBytes, recogniseFile } from "../../onnx/recognise-file";
import { UnreadableModel } from "../../onnx/unreadable-model";

// Run in its own process, with this program on standard input. node - MODEL: the files that the model names, as a JSON list.
// node - MODEL DATA NAME TARGET MOST: writes the model with the values of the data file inside, at most so many bytes; null, or the
// refusal as JSON.
const [modelPath, dataPath, name, target, mostBytes] = process.argv.slice(2);
const modelFile = openSync(modelPath!, "r");
const model = fileSource(modelFile);
const answer = dataPath ? writeOneFile(openSync(dataPath, "r")) : externalFiles(model);
writeWhole(1, Buffer.from(JSON.stringify(answer)));

function writeOneFile(dataFile: number) {
  const another = recogniseFile(model.read(0, recognisedBytes));
  if (another) return another;
  try {
    const data = { name: name!, size: fileSource(dataFile).size };
    const { pieces } = planOneFile({ model, data, mostBytes: Number(mostBytes) });
    writePieces(pieces, dataFile);
    return null;
  } catch (error) {
    if (error instanceof UnreadableModel) return error.fault;
    throw error;
  }
}

function writePieces(pieces: Piece[], dataFile: number) {
  const written = openSync(target!, "w", 0o600);
  const buffer = new Uint8Array(1 << 20);
  for (const piece of pieces) {
    if ("bytes" in piece) writeWhole(written, piece.bytes);
    else copy(piece.from === "model" ? modelFile : dataFile, piece, written, buffer);
  }
}

function copy(from: number, { start, end }: { start: number; end: number }, to: number, buffer: Uint8Array) {
  for (let at = start; at < end; ) {
    const read = readSync(from, buffer, 0, Math.min(buffer.length, end - at), at);
    if (read === 0) throw new Error("a file became shorter while it was read");
    writeWhole(to, buffer.subarray(0, read));
    at += read;
  }
}

/** A single write may stop early when the disk is nearly full. */
function writeWhole(file: number, bytes: Uint8Array) {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
