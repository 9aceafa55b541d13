import { readFile } from "node:fs/promises";
import { RungError } from "../errors";
import { sayUnreadable } from "./say-unreadable";

/** The classes of a file with one name a line, in index order. Throws `bad_input` if the file is missing or has an empty line. */
export async function readClassNames(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8").catch((error) => {
    throw sayUnreadable(path, error);
  });
  const names = text.split(/\r?\n/).map((line) => line.trim());
  while (names.at(-1) === "") names.pop();
  const gap = names.indexOf("");
  if (gap >= 0)
    throw new RungError(
      "bad_input",
      `Line ${gap + 1} of ${path} is empty.`,
      "Write one class per line, in index order.",
    );
  return names;
}
