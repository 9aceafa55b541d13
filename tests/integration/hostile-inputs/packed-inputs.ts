import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Scratch } from "@/server/model-files/one-file/sent-model";
import { withOneFile } from "@/server/model-files/one-file/with-one-file";
import { filePendingUploads } from "@/server/model-store/uploads/file-pending-uploads";
import { bytesSource } from "@/server/onnx/byte-source";
import { inspectModel } from "@/server/onnx/inspect-model";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { writeTwoFiles } from "../../fixtures/onnx/write-two-files";
import { writeZip } from "../../fixtures/write-zip";
import { drawDamaged } from "./draw-damaged";
import type { InputKind } from "./input-kind";
import { isRefusal } from "./is-refusal";

const MOST_BYTES = 4_000_000;

/** Zip archives, and models sent with their data file: made one file, then inspected. */
export function packedInputs({ folder }: { folder: string }): InputKind[] {
  const pending = filePendingUploads(join(folder, "uploads"));
  const scratch: Scratch = {
    reserve: async () => {},
    withFile: (use) => pending.withFile("0".repeat(32), use),
  };
  const { model, data } = writeTwoFiles(smallClassifier, "model.data");

  async function send(bytes: Uint8Array, dataBytes: Uint8Array | null) {
    const path = join(folder, dataBytes ? "pair" : "archive");
    const dataPath = `${path}.data`;
    await writeFile(path, bytes);
    if (dataBytes) await writeFile(dataPath, dataBytes);
    const sent = { path, data: dataBytes ? { path: dataPath, name: "model.data" } : null };
    try {
      return await withOneFile({ scratch, sent, mostBytes: MOST_BYTES }, async (whole) => {
        const { accepted } = inspectModel({ source: bytesSource(await readFile(whole)), classes: 10 });
        return accepted ? "taken" : "refused";
      });
    } catch (error) {
      if (isRefusal(error)) return "refused";
      throw error;
    } finally {
      await rm(path, { force: true });
      await rm(dataPath, { force: true });
    }
  }

  return [
    {
      name: "zip archives",
      share: 5,
      draw: drawDamaged([
        writeZip([
          { path: "model.onnx", bytes: model },
          { path: "model.data", bytes: data },
        ]),
        writeZip([
          { path: "a/b/model.onnx", bytes: model },
          { path: "__MACOSX/._model.onnx", bytes: data },
        ]),
        writeZip([
          { path: "../../model.onnx", bytes: model },
          { path: "/etc/model.data", bytes: data },
        ]),
        writeZip([{ path: "model.onnx", bytes: model, declared: 9 }]),
      ]),
      judge: (bytes) => send(bytes, null),
    },
    {
      name: "models in two files",
      share: 4,
      draw: drawDamaged([model]),
      judge: (bytes, random) =>
        send(bytes, data.subarray(0, random() < 0.7 ? data.length : data.length * random())),
    },
  ];
}
