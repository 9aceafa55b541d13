import { and, eq, lte } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { Context } from "../../context";

/** Withdraws the submissions that waited for their teams until their time was up; they cost nothing. */
export async function withdrawExpired({ ctx }: { ctx: Pick<Context, "db" | "now"> }): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const withdrawn = await tx
      .update(submissions)
      .set({ state: "withdrawn", explanation: expired, endedAt: now, goOnBy: null })
      .where(and(eq(submissions.state, "waiting-for-you"), lte(submissions.goOnBy, now)))
      .returning({ submission: submissions.id, team: submissions.teamId });
    for (const fields of withdrawn) {
      await appendLine(tx, { kind: "lapse", at: now, public: { ...fields, because: "expired" } });
    }
  });
}

const expired = {
  code: "waited_too_long",
  message: "It waited seven days to be spent.",
  hint: "Submit it again; its original score stays here.",
};
