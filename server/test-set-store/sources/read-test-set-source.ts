import { open, stat } from "node:fs/promises";
import { isNpy } from "../../evaluation/parse-npy";
import { badTestSet } from "../bad-test-set";
import type { TestSetFiles } from "../test-set-files";
import { folderEntries } from "./folder-entries";
import { gatherEncodedImages } from "./gather-encoded-images";
import { gatherRawImages } from "./gather-raw-images";
import type { GatheredImages } from "./gathered-images";
import { labelledImages } from "./labelled-images";
import { npyImages } from "./npy-images";
import type { RawImages } from "./raw-images";
import { tarEntries } from "./tar-entries";

/** Where images come from: a folder, a .tar or a .npy (with its labels), or pixels drawn in memory. */
export type TestSetSource = string | RawImages;

/** Reads a source of any form into the files of a version. Throws `bad_input` for anything that cannot be used. */
export async function readTestSetSource(input: {
  source: TestSetSource;
  labelsPath?: string | undefined;
  classes: readonly string[];
  synsets?: readonly string[] | null | undefined;
  files: TestSetFiles;
  digestKey: Buffer;
}): Promise<GatheredImages> {
  const { source, labelsPath, classes, files, digestKey } = input;
  if (typeof source !== "string") return gatherRawImages({ raw: source, classes, files, digestKey });
  const form = await formOf(source);
  if (form === "npy") {
    if (labelsPath === undefined)
      throw badTestSet(`${source} needs a file of labels.`, "Give a .npy of labels: --labels FILE.npy.");
    return gatherRawImages({ raw: await npyImages(source, labelsPath), classes, files, digestKey });
  }
  if (labelsPath !== undefined) {
    throw badTestSet(
      `${source} takes its labels from the names of its folders.`,
      "Leave out the file of labels.",
    );
  }
  const entries = form === "folder" ? folderEntries(source) : tarEntries(source);
  return gatherEncodedImages({ images: labelledImages(entries, input), files, digestKey });
}

async function formOf(path: string): Promise<"folder" | "npy" | "tar"> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw badTestSet(`There is no ${path}.`, "Give a folder, a .tar or a .npy of images.");
  if (found.isDirectory()) return "folder";
  const file = await open(path);
  try {
    const head = Buffer.alloc(6);
    await file.read(head, 0, head.length, 0);
    return isNpy(head) ? "npy" : "tar";
  } finally {
    await file.close();
  }
}
