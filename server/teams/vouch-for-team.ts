import { asc, inArray } from "drizzle-orm";
import { teams } from "../../db/schema";
import type { ActContext } from "../context";
import { RungError } from "../errors";
import { lockTeam } from "../submissions/lock-team";
import { changeVouch } from "./change-vouch";

/**
 * Vouches that each of the teams (slugs) is one person or group, and known, or takes that back, with a reason for the log; all or
 * none. A team that is vouched for counts no longer against the bias that unknown teams could reach.
 * @throws RungError `not_found`; `too_late` for a team that was merged into another
 */
export async function vouchForTeam({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { teams: string[]; vouched: boolean; reason: string };
}): Promise<void> {
  const { vouched, reason } = input;
  await ctx.db.transaction(async (tx) => {
    const found = await tx
      .select({ id: teams.id, slug: teams.slug, vouchedAt: teams.vouchedAt })
      .from(teams)
      .where(inArray(teams.slug, input.teams))
      .orderBy(asc(teams.id));
    const missing = input.teams.find((slug) => !found.some((team) => team.slug === slug));
    if (missing !== undefined) {
      throw new RungError("not_found", `There is no team "${missing}".`, "See the teams on /admin/accounts.");
    }
    for (const { id, slug } of found) {
      if ((await lockTeam(tx, id)) !== id) {
        throw new RungError("too_late", `The team "${slug}" was merged into another already.`, "");
      }
    }
    await changeVouch({ ctx, tx, teams: found, vouched, reason });
  });
}
