import { desc } from "drizzle-orm";
import type { Database } from "../../db/client";
import { verifications } from "../../db/schema";
import type { VerificationView } from "./verification-schema";

/** The latest verifications of the log, newest first, at most ten. */
export async function lastVerifications({ ctx }: { ctx: { db: Database } }): Promise<VerificationView[]> {
  const rows = await ctx.db.select().from(verifications).orderBy(desc(verifications.startedAt)).limit(10);
  return rows.map(({ startedAt, endedAt, lines, head, problem }) => ({
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    lines,
    head: head && Buffer.from(head).toString("hex"),
    problem,
  }));
}
