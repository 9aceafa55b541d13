import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { anyOf } from "./any-of";
import type { Line, LineKind, LineOf } from "./line-schema";

/** A line of the log, typed by its kind, with its number and its time. */
export interface LoggedLine<Kind extends LineKind = LineKind> {
  id: number;
  at: Date;
  line: LineOf<Kind>;
}

/** The lines that speak of each of some submissions, in order. They must have been parsed before: they are not checked again. */
export async function linesOf(db: Database, submissionIds: string[]): Promise<Map<string, LoggedLine[]>> {
  const found = new Map<string, LoggedLine[]>();
  if (submissionIds.length === 0) return found;
  const ids = anyOf(submissionIds, "text");
  for (const { submission, ...logged } of await read(db, sql`l.fields->>'submission' = ${ids}`)) {
    const list = found.get(submission!);
    if (list) list.push(logged);
    else found.set(submission!, [logged]);
  }
  return found;
}

/** The lines of one kind, in order; checked before, like those of submissions. */
export async function linesOfKind<Kind extends LineKind>(db: Database, kind: Kind) {
  return (await read(db, sql`l.kind = ${kind}`)) as unknown as LoggedLine<Kind>[];
}

async function read(db: Database, where: SQL): Promise<(LoggedLine & { submission: string | null })[]> {
  // Secrets are looked up one by one: for a join the planner would read all of them.
  const rows = await db.execute<{
    id: string;
    at: string;
    fields: Record<string, string>;
    secret: string;
  }>(sql`
    select l.id, l.at, l.fields, (select secret from guarded.audit_secrets where line_id = l.id) as secret
    from audit.lines l where ${where} order by l.id`);
  return rows.map(({ id, at, fields: { kind, at: _at, ...fields }, secret }) => ({
    id: Number(id),
    at: new Date(at),
    line: { kind, public: fields, secret: JSON.parse(secret) } as Line,
    submission: fields.submission ?? null,
  }));
}
