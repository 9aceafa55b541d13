import { type Line, lineKinds, lineSchema } from "./line-schema";
import type { ReadLine } from "./read-lines";

/**
 * A stored line as its kind types it, or in words why it is not such a line. The words name fields and no value: whoever may
 * read a verification may not read the secret part.
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
