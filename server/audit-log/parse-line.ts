import { fromJson } from "./from-json";
import { type Line, lineKinds, lineSchema } from "./line-schema";
import type { ReadLine } from "./read-lines";

/**
 * A stored line typed by its kind, or in words why it does not fit. The words name fields but no values: those who may read a
 * verification may not read the secret part.
 */
export function parseLine({ id, kind, fields, secret }: ReadLine): { line: Line } | { problem: string } {
  const { kind: _kind, at: _at, ...told } = fields;
  const parsed = lineSchema.safeParse({ kind, public: told, secret: secret && fromJson(secret) });
  if (parsed.success) return { line: parsed.data };
  if (!lineKinds.some((known) => known === kind)) return { problem: `line ${id} is of no known kind` };
  const where = parsed.error.issues[0]?.path.join(".");
  return { problem: `line ${id} does not have the fields of its kind, ${kind} (${where})` };
}
