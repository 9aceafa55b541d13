import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { auditLines, auditSecrets } from "../../db/schema";
import type { AuditorContext } from "../context";
import { cursorOf, readCursor } from "../page-cursor";
import { type LogLine, lineQuerySchema, logLineSchema } from "./log-schema";

/** The log, newest line first; optionally of one kind or one submission. */
export async function listLines({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: z.input<typeof lineQuerySchema>;
}): Promise<{ rows: LogLine[]; next: string | null }> {
  const query = lineQuerySchema.parse(input);
  const after = readCursor(query.after, ["number"]);
  const rows = await ctx.db
    .select({ line: auditLines, secret: auditSecrets.secret })
    .from(auditLines)
    .leftJoin(auditSecrets, eq(auditSecrets.lineId, auditLines.id))
    .where(
      and(
        query.kind ? eq(auditLines.kind, query.kind) : undefined,
        query.submission ? eq(sql`(${auditLines.fields}->>'submission')`, query.submission) : undefined,
        after ? lt(auditLines.id, Number(after[0])) : undefined,
      ),
    )
    .orderBy(desc(auditLines.id))
    .limit(query.most);
  const last = rows.at(-1)?.line;
  return {
    rows: rows.map(({ line, secret }) => ({
      id: line.id,
      at: line.at.toISOString(),
      kind: line.kind,
      fields: line.fields,
      secret: secret === null ? null : logLineSchema.shape.secret.parse(JSON.parse(secret)),
      hash: Buffer.from(line.hash).toString("hex"),
    })),
    next: last && rows.length === query.most ? cursorOf(last.id) : null,
  };
}
