import { randomUUID } from "node:crypto";
import { memberships, teams, users } from "@/db/schema";
import { appendLine } from "@/server/audit-log/append-line";
import type { Researcher } from "@/server/context";
import type { Site } from "./make-site";

/** Somebody with a personal team that is vouched for, as `token create` would have made them. */
export async function makeResearcher(
  site: Site,
  name = `team-${randomUUID().slice(0, 8)}`,
  vouched = true,
): Promise<Researcher> {
  const { db } = site.owner;
  const [user] = await db.insert(users).values({ name }).returning();
  const at = site.clock.now;
  const [team] = await db
    .insert(teams)
    .values({ slug: name, name, vouchedAt: vouched ? at : null })
    .returning();
  const reason = "made by the test";
  if (vouched)
    await appendLine(db, {
      kind: "vouch",
      at,
      public: { team: team!.id, vouched, reason, by: null },
    });
  await db.insert(memberships).values({ userId: user!.id, teamId: team!.id });
  return { userId: user!.id, name, role: "researcher", teamId: team!.id } as Researcher;
}
