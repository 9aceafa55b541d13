import { asc, eq, gt } from "drizzle-orm";
import type { Database } from "../../db/client";
import { auditLines, auditSecrets } from "../../db/schema";

const pageSize = 2_000;

/** The log in order, with its secrets, read in pages. Needs the owner's or auditor's rights. */
export async function* readLines(db: Database) {
  for (let after = 0; ; ) {
    const page = await db
      .select({ line: auditLines, secret: auditSecrets })
      .from(auditLines)
      .leftJoin(auditSecrets, eq(auditSecrets.lineId, auditLines.id))
      .where(gt(auditLines.id, after))
      .orderBy(asc(auditLines.id))
      .limit(pageSize);
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)!.line.id;
  }
}

export type ReadLine = ReturnType<typeof readLines> extends AsyncGenerator<infer Line> ? Line : never;
