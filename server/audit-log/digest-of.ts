import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";

/** The SHA-256 (hex) of a value's canonical JSON, by which a line holds us to something public without repeating it. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
