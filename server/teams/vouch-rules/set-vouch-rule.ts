import { vouchRules } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { ActContext } from "../../context";
import { RungError } from "../../errors";
import type { NewVouchRule } from "./rule-schema";
import { ruleText } from "./rule-text";

/**
 * Sets a rule that vouches for the personal team of whoever fulfils it when they next sign in, with a reason for the log.
 * @throws RungError `already_exists` where the same rule is in force
 */
export async function setVouchRule({
  ctx,
  input,
}: {
  ctx: Pick<ActContext, "db" | "now" | "viewer">;
  input: NewVouchRule;
}): Promise<{ id: string }> {
  const { kind, value, reason } = input;
  const at = ctx.now();
  const by = ctx.viewer?.userId ?? null;
  return await ctx.db.transaction(async (tx) => {
    const [rule] = await tx
      .insert(vouchRules)
      .values({ kind, value, setById: by, setAt: at })
      .onConflictDoNothing()
      .returning({ id: vouchRules.id });
    if (!rule) {
      throw new RungError(
        "already_exists",
        `A rule asks for ${ruleText(input)} already.`,
        "See /admin/teams.",
      );
    }
    const fields = { rule: rule.id, asks: kind, value, reason, by };
    await appendLine(tx, { kind: "vouch-rule", at, public: fields });
    return rule;
  });
}
