import { stat } from "node:fs/promises";
import { sayUnreadable } from "./say-unreadable";

/** The size in bytes of a file that the person named. Throws `bad_input` if it is missing or a folder. */
export async function requireFile(path: string): Promise<number> {
  const file = await stat(path).catch((error) => {
    throw sayUnreadable(path, error);
  });
  if (file.isDirectory()) throw sayUnreadable(path, { code: "EISDIR" });
  return file.size;
}
