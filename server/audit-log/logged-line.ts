import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { auditLines, auditSecrets } from "../../db/schema";
import type { Line } from "./line-schema";

/** A line of the log, typed by its kind, with its number and its time. */
export interface LoggedLine {
  id: number;
  at: Date;
  line: Line;
}

const submissionOf = sql<string>`(${auditLines.fields}->>'submission')`;

/** The lines that speak of each of some submissions, in order. They must have been parsed before: they are not checked again. */
export async function linesOf(db: Database, submissionIds: string[]): Promise<Map<string, LoggedLine[]>> {
  const found = new Map<string, LoggedLine[]>();
  if (submissionIds.length === 0) return found;
  const rows = await db
    .select({ row: auditLines, secret: auditSecrets.secret, submission: submissionOf })
    .from(auditLines)
    .innerJoin(auditSecrets, eq(auditSecrets.lineId, auditLines.id))
    .where(inArray(submissionOf, submissionIds))
    .orderBy(asc(auditLines.id));
  for (const { row, secret, submission } of rows) {
    const list = found.get(submission) ?? [];
    list.push(loggedLine(row, secret));
    found.set(submission, list);
  }
  return found;
}

/** The lines of some kinds, in order; checked before, like those of submissions. */
export async function linesOfKinds<Kind extends Line["kind"]>(
  db: Database,
  kinds: readonly Kind[],
): Promise<(Omit<LoggedLine, "line"> & { line: Extract<Line, { kind: Kind }> })[]> {
  const rows = await db
    .select({ row: auditLines, secret: auditSecrets.secret })
    .from(auditLines)
    .innerJoin(auditSecrets, eq(auditSecrets.lineId, auditLines.id))
    .where(inArray(auditLines.kind, kinds as readonly string[] as string[]))
    .orderBy(asc(auditLines.id));
  return rows.map(({ row, secret }) => loggedLine(row, secret) as never);
}

function loggedLine(row: typeof auditLines.$inferSelect, secret: string): LoggedLine {
  const { kind: _kind, at: _at, ...fields } = row.fields;
  const line = { kind: row.kind, public: fields, secret: JSON.parse(secret) } as Line;
  return { id: row.id, at: row.at, line };
}
