import { z } from "zod";
import { RungError } from "./errors";

/** Where a page of a long list ends: the values that the list is ordered by, as one opaque string. */
export function cursorOf(...values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** A cursor's values, checked; null if none is given. Throws `bad_input` for an invalid cursor. */
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
    // Refused below.
  }
  throw new RungError("bad_input", "after is not a cursor of this list.", "Start at the first page.");
}

const is = {
  time: (text: string) => z.iso.datetime().safeParse(text).success && !Number.isNaN(Date.parse(text)),
  number: (text: string) => /^\d{1,15}$/.test(text),
  id: (text: string) => z.uuid().safeParse(text).success,
};
