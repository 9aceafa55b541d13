import { stat } from "node:fs/promises";
import { isArchive } from "./archive";
import { mergeFiles } from "./merge-files";
import type { Scratch, SentModel } from "./sent-model";
import { unpackModel } from "./unpack-model";

type Order = { scratch: Scratch; sent: SentModel; mostBytes: number; root?: string };

/**
 * Lends what was sent as one model file, until `use` ends: as it came if it is one, else a new file, made of a model and the data
 * file that it names or of an archive of them. What is neither is lent as it came; inspection explains it. Throws `model_refused`,
 * naming the half that is missing or does not fit, `too_large`, `storage_spent`, `disk_full`; nothing is left behind.
 */
export async function withOneFile<Result>(
  { scratch, sent, mostBytes, root }: Order,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const merged = async ({ path, data }: SentModel) => {
    if (!data) return await use(path);
    await scratch.reserve((await stat(path)).size + (await stat(data.path)).size);
    return await scratch.withFile(async (targetPath) => {
      await mergeFiles({ modelPath: path, data, targetPath, mostBytes, root });
      return await use(targetPath);
    });
  };
  const { path } = sent;
  if (sent.data || !(await isArchive(path))) return await merged(sent);
  return await scratch.withFile(async (modelPath) => {
    return await scratch.withFile(async (dataPath) => {
      return await merged(
        (await unpackModel({ path, modelPath, dataPath, mostBytes, scratch, root })) ?? sent,
      );
    });
  });
}
