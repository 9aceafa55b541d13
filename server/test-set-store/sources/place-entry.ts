/** What a file of a test set is: an image of a class, clutter to ignore, or something to refuse. */
export type EntryPlace =
  | { kind: "image"; top: string; className: string }
  | { kind: "ignored" }
  | { kind: "refused"; reason: string };

const leftBehind = new Set(["__MACOSX", "Thumbs.db", "desktop.ini", "PaxHeader", "PaxHeaders"]);

/**
 * Reads a path inside a folder or .tar of images: `class/file`, or `top/class/file` with one folder around all classes. A leading
 * `./` does not count; hidden files and those that macOS, Windows and old tars add are ignored.
 */
export function placeEntry(path: string): EntryPlace {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (path.startsWith("/") || parts.includes("..") || path.includes("\0")) {
    return { kind: "refused", reason: "its path leads out of the test set" };
  }
  if (parts.some((part) => part.startsWith(".") || leftBehind.has(part))) return { kind: "ignored" };
  const [first, second] = parts;
  if (parts.length === 3 && first && second) {
    return { kind: "image", top: first, className: second.normalize("NFC") };
  }
  if (parts.length === 2 && first) return { kind: "image", top: "", className: first.normalize("NFC") };
  const reason =
    parts.length < 2 ? "it is outside every class folder" : "it is in a folder inside a class folder";
  return { kind: "refused", reason };
}
