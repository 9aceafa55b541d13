import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { canonicalJson } from "./canonical-json";
import { commitmentOf } from "./line-hash";
import { lineSchema, type NewLine } from "./line-schema";
import { publicText } from "./public-text";

/**
 * Appends a line to the log, in the caller's transaction with what it records. Throws if a line does not have exactly the fields
 * of its kind: it could not be taken back.
 * @param line `public` fields go into the chain as they are, `secret` ones as a salted commitment
 * @returns the line's number
 */
export async function appendLine(tx: Database, { at, ...line }: NewLine): Promise<number> {
  const parsed = lineSchema.safeParse(line);
  // Not a ZodError, which would be reported to the caller as their bad input.
  if (!parsed.success) throw new TypeError(`not a line of the kind ${line.kind}`, { cause: parsed.error });
  const { kind, public: fields, secret } = parsed.data;
  const salt = randomBytes(32);
  const secretText = canonicalJson(secret);
  const rows = await tx.execute<{ id: string }>(
    sql`select audit.append_line(${kind}, ${publicText(kind, at, fields)}, ${secretText}, ${salt}, ${commitmentOf(salt, secretText)}, ${at.toISOString()}) as id`,
  );
  return Number(rows[0]?.id);
}
