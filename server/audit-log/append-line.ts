import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { canonicalJson } from "./canonical-json";
import { commitmentOf } from "./line-hash";

export type LineKind =
  | "submission"
  | "inspection"
  | "evaluation"
  | "decision"
  | "failure"
  | "withdrawal"
  | "quota-refusal"
  | "approval"
  | "verification"
  | "disqualification"
  | "reinstatement"
  | "merge"
  | "maintainer-sign-in"
  | "benchmark"
  | "test-set"
  | "reference-import"
  | "token";

/**
 * Appends a line to the log, in the caller's transaction with what it records.
 * @param line `public` fields go into the chain as they are, `secret` ones as a salted commitment
 * @returns the line's number
 */
export async function appendLine(
  tx: Database,
  line: { kind: LineKind; at: Date; public: Record<string, unknown>; secret?: Record<string, unknown> },
): Promise<number> {
  const salt = randomBytes(32);
  const secret = canonicalJson(line.secret ?? {});
  const publicText = canonicalJson({ ...line.public, kind: line.kind, at: line.at.toISOString() });
  const rows = await tx.execute<{ id: string }>(
    sql`select audit.append_line(${line.kind}, ${publicText}, ${secret}, ${salt}, ${commitmentOf(salt, secret)}, ${line.at.toISOString()}) as id`,
  );
  return Number(rows[0]?.id);
}
