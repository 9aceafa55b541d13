import { and, eq, isNull } from "drizzle-orm";
import { vouchRules } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { ActContext } from "../../context";
import { RungError } from "../../errors";

/**
 * Ends a rule that vouches. The teams for which it has vouched stay vouched for.
 * @throws RungError `not_found` where no such rule is in force
 */
export async function endVouchRule({
  ctx,
  input,
}: {
  ctx: Pick<ActContext, "db" | "now" | "viewer">;
  input: { id: string };
}): Promise<void> {
  const at = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const ended = await tx
      .update(vouchRules)
      .set({ endedAt: at })
      .where(and(eq(vouchRules.id, input.id), isNull(vouchRules.endedAt)))
      .returning({ id: vouchRules.id });
    if (ended.length === 0) {
      throw new RungError("not_found", "No such rule is in force.", "See the rules on /admin/teams.");
    }
    const fields = { rule: input.id, ended: true, by: ctx.viewer?.userId ?? null } as const;
    await appendLine(tx, { kind: "vouch-rule", at, public: fields });
  });
}
