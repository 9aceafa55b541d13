import { RungError } from "./errors";

/** Where a page of a long list ends: the values that the list is ordered by, as one opaque text. */
export function cursorOf(...values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values of a cursor, checked; null where none is given. Throws `bad_input` for what is no cursor of ours. */
export function readCursor(
  text: string | undefined,
  shape: readonly ("time" | "number" | "id")[],
): string[] | null {
  if (!text) return null;
  try {
    const values = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    const fits = values.length === shape.length && shape.every((kind, i) => is[kind](String(values[i])));
    if (fits) return values.map(String);
  } catch {
    // Told below.
  }
  throw new RungError(
    "bad_input",
    "after is not where a page of this list ends.",
    "Begin at the first page.",
  );
}

const is = {
  time: (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text),
  number: (text: string) => /^\d{1,15}$/.test(text),
  id: (text: string) => /^[0-9a-f-]{36}$/.test(text),
};
