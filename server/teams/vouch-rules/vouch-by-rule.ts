import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { ruleVouches, submissions, teams, type vouchRules } from "../../../db/schema";
import type { Context } from "../../context";
import { lockTeam } from "../../submissions/lock-team";
import { changeVouch } from "../change-vouch";
import { ruleText } from "./rule-text";
import { rulesInForce } from "./rules-in-force";
import { type SignInFacts, vouchedBy } from "./vouched-by";

type Kind = (typeof vouchRules.$inferSelect)["kind"];

/**
 * Lets the rules in force vouch for the team of somebody who has just signed in. Only for a personal team that nobody vouches for
 * and that never lost a vouch, was merged, or had a submission disqualified: about those, people decide. An e-mail address vouches
 * for one team only. `factsFor` is called only if a rule could vouch, with the kinds of rules that want facts.
 */
export async function vouchByRule({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now" | "queue">;
  input: { teamId: string; factsFor: (kinds: ReadonlySet<Kind>) => Promise<SignInFacts> };
}): Promise<void> {
  const { teamId } = input;
  const rules = await rulesInForce(ctx.db);
  if (rules.length === 0 || !(await mayVouchFor(ctx.db, teamId))) return;
  const facts = await input.factsFor(new Set(rules.map(({ kind }) => kind)));
  await ctx.db.transaction(async (tx) => {
    if ((await lockTeam(tx, teamId)) !== teamId || !(await mayVouchFor(tx, teamId))) return;
    const at = ctx.now();
    const addresses = await neverUsed(tx, facts.addresses);
    const found = vouchedBy(await rulesInForce(tx), { ...facts, addresses }, at);
    if (!found) return;
    const addressDigest = found.address === null ? null : digestOf(found.address);
    await tx.insert(ruleVouches).values({ teamId, ruleId: found.rule.id, at, addressDigest });
    await changeVouch({
      ctx: { ...ctx, viewer: null },
      tx,
      teams: [{ id: teamId, vouchedAt: null }],
      vouched: true,
      reason: `by a rule: has ${ruleText(found.rule)}`,
    });
  });
}

async function mayVouchFor(db: Database, teamId: string): Promise<boolean> {
  const [team] = await db.select().from(teams).where(eq(teams.id, teamId));
  if (!team?.personal || team.mergedIntoId || team.vouchedAt || team.vouchEndedAt) return false;
  const isDisqualified = and(eq(submissions.teamId, teamId), eq(submissions.state, "disqualified"));
  return (await db.$count(submissions, isDisqualified)) === 0;
}

/** The addresses that have not vouched for a team before. */
async function neverUsed(tx: Database, addresses: readonly string[]): Promise<string[]> {
  const used = await tx
    .select({ digest: ruleVouches.addressDigest })
    .from(ruleVouches)
    .where(inArray(ruleVouches.addressDigest, addresses.map(digestOf)));
  return addresses.filter((address) => !used.some(({ digest }) => digest === digestOf(address)));
}

const digestOf = (address: string) => createHash("sha256").update(address.toLowerCase()).digest("hex");
