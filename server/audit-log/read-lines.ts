import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

const pageSize = 2_000;

/** A line as stored, with the columns that repeat its public text, and its secret part: null where that is lost. */
export interface ReadLine {
  id: number;
  at: Date;
  kind: string;
  public: string;
  fields: Record<string, unknown>;
  commitment: Uint8Array;
  hash: Uint8Array;
  salt: Uint8Array | null;
  secret: string | null;
}

/**
 * The log in order, in pages, from the line after `after` on; the next page is read while one is looked at. Needs the owner's or
 * auditor's rights.
 */
export async function* readPages(db: Database, after: number): AsyncGenerator<ReadLine[]> {
  let page = await readPage(db, after);
  while (page.length === pageSize) {
    const next = readPage(db, page.at(-1)!.id);
    // Where the reader stops before the end, nobody waits for it.
    next.catch(() => {});
    yield page;
    page = await next;
  }
  yield page;
}

async function readPage(db: Database, after: number): Promise<ReadLine[]> {
  // Not through the schema: its mapping of rows takes as long as all that is checked of them.
  // The secrets' own bound spares a merge that would begin at the first of them for every page.
  const rows = await db.execute<Omit<ReadLine, "id" | "at"> & { id: string; at: string }>(sql`
    select l.id, l.at, l.kind, l.public, l.fields, l.commitment, l.hash, s.salt, s.secret
    from audit.lines l left join guarded.audit_secrets s on s.line_id = l.id and s.line_id > ${after}
    where l.id > ${after} order by l.id limit ${pageSize}`);
  return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }));
}
