import { nearestName } from "../../problems/nearest-name";
import { badTestSet } from "../bad-test-set";
import { type ClassNames, classOfFolder } from "./class-of-folder";
import { type ImageEntry, largestImageBytes } from "./image-entry";
import { placeEntry } from "./place-entry";

export interface LabelledImage {
  name: string;
  label: number;
  bytes: Uint8Array;
}

/**
 * Goes through the entries of a folder or .tar and yields each image with its path and the index of its class, which a folder names as
 * `classOfFolder` reads it. Throws `bad_input`, naming the entry, for a folder that is not a class (with the nearest spelling), links,
 * files outside class folders and huge files.
 */
export async function* labelledImages(
  entries: AsyncIterable<ImageEntry>,
  names: ClassNames,
): AsyncGenerator<LabelledImage> {
  const { classes } = names;
  const labelOf = classOfFolder(names);
  const folders: string[] = [];
  let commonTop: string | null = null;
  for await (const entry of entries) {
    if (entry.kind === "directory") folders.push(entry.path);
    if (entry.kind === "directory") continue;
    const place = placeEntry(entry.path);
    if (place.kind === "ignored") continue;
    if (place.kind === "refused") throw badTestSet(`${entry.path} cannot be used: ${place.reason}.`);
    if (entry.kind === "other") throw badTestSet(`${entry.path} is a link or device, not a file.`);
    if (entry.size > largestImageBytes) throw badTestSet(`${entry.path} is larger than 64 MiB.`);
    const label = labelOf(place.className);
    if (label === undefined) throw unknownClass(place.className, classes, `${entry.path} is in`);
    commonTop ??= place.top;
    if (place.top !== commonTop)
      throw badTestSet(`${entry.path} is not at the same level as the other class folders.`);
    yield { name: entry.path.replace(/^(\.\/)+/, ""), label, bytes: await entry.read() };
  }
  refuseUnknownFolders(folders, commonTop ?? "", names);
}

/** An empty folder that is not a class is most likely a misspelt class. */
function refuseUnknownFolders(folders: string[], top: string, names: ClassNames): void {
  const labelOf = classOfFolder(names);
  for (const folder of folders) {
    const place = placeEntry(`${folder}/image`);
    if (place.kind !== "image" || place.top !== top) continue;
    if (labelOf(place.className) === undefined)
      throw unknownClass(place.className, names.classes, "There is");
  }
}

function unknownClass(name: string, classes: readonly string[], before: string) {
  const near = nearestName(name, classes);
  const hint = near ? `Did you mean "${near}"?` : `The classes are ${classes.slice(0, 20).join(", ")}.`;
  return badTestSet(`${before} the folder "${name}", which is not a class of this benchmark.`, hint);
}
