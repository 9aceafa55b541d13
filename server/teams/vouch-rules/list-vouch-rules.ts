import { count, desc, eq, sql } from "drizzle-orm";
import { ruleVouches, users, vouchRules } from "../../../db/schema";
import type { ActContext } from "../../context";
import type { VouchRule } from "./rule-schema";
import { ruleText } from "./rule-text";

const most = 200;

/** The rules that vouch for teams: those in force first, then those that ended, the latest first, 200 at most. */
export async function listVouchRules({
  ctx,
}: {
  ctx: Pick<ActContext, "db" | "viewer">;
}): Promise<VouchRule[]> {
  const rows = await ctx.db
    .select({ rule: vouchRules, setBy: users.name, teams: count(ruleVouches.teamId) })
    .from(vouchRules)
    .leftJoin(users, eq(users.id, vouchRules.setById))
    .leftJoin(ruleVouches, eq(ruleVouches.ruleId, vouchRules.id))
    .groupBy(vouchRules.id, users.id)
    .orderBy(sql`${vouchRules.endedAt} is not null`, desc(vouchRules.setAt))
    .limit(most);
  return rows.map(({ rule, setBy, teams }) => ({
    id: rule.id,
    kind: rule.kind,
    value: rule.value,
    words: ruleText(rule),
    setBy,
    setAt: rule.setAt.toISOString(),
    endedAt: rule.endedAt?.toISOString() ?? null,
    teams,
  }));
}
