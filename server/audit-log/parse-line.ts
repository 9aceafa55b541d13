import { type Line, lineKinds, lineSchema } from "./line-schema";
import type { ReadLine } from "./read-lines";

/**
 * A stored line typed by its kind, or in words why it does not fit. The words name fields but no values: those who may read a
 * verification may not read the secret part.
 */
export function parseLine({ line, secret }: ReadLine): { line: Line } | { problem: string } {
  const { kind: _kind, at: _at, ...fields } = line.fields;
  const parsed = lineSchema.safeParse({
    kind: line.kind,
    public: fields,
    secret: secret && fromJson(secret.secret),
  });
  if (parsed.success) return { line: parsed.data };
  if (!lineKinds.some((kind) => kind === line.kind)) {
    return { problem: `line ${line.id} is of no known kind` };
  }
  const where = parsed.error.issues[0]?.path.join(".");
  return { problem: `line ${line.id} does not have the fields of its kind, ${line.kind} (${where})` };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
