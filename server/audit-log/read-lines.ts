import { asc, eq, gt } from "drizzle-orm";
import type { Database } from "../../db/client";
import { auditLines, auditSecrets } from "../../db/schema";

const pageSize = 2_000;

/** The log in order, with its secrets, in pages, from the line after `after` on. Needs the owner's or auditor's rights. */
export async function* readPages(db: Database, after: number) {
  for (let last = after; ; ) {
    const page = await db
      .select({ line: auditLines, secret: auditSecrets })
      .from(auditLines)
      .leftJoin(auditSecrets, eq(auditSecrets.lineId, auditLines.id))
      .where(gt(auditLines.id, last))
      .orderBy(asc(auditLines.id))
      .limit(pageSize);
    yield page;
    if (page.length < pageSize) return;
    last = page.at(-1)!.line.id;
  }
}

type Page = ReturnType<typeof readPages> extends AsyncGenerator<infer Lines> ? Lines : never;
export type ReadLine = Page extends (infer Read)[] ? Read : never;
