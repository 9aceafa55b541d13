/** Where a file of a test set belongs: to a class, to nobody (what systems leave behind), or nowhere. */
export type EntryPlace =
  | { kind: "image"; top: string; className: string }
  | { kind: "ignored" }
  | { kind: "refused"; reason: string };

const leftBehind = new Set(["__MACOSX", "Thumbs.db", "desktop.ini", "PaxHeader", "PaxHeaders"]);

/**
 * Reads a path inside a folder or .tar of images: `class/file`, or `top/class/file` with one folder around all classes. Leading
 * `./` does not count; hidden files and what macOS, Windows and old tars add are ignored.
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
    parts.length < 2 ? "it lies outside every class folder" : "it lies deeper than in a class folder";
  return { kind: "refused", reason };
}
