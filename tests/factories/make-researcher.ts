import { randomUUID } from "node:crypto";
import { memberships, teams, users } from "@/db/schema";
import type { Researcher } from "@/server/context";
import type { Site } from "./make-site";

/** Somebody with a personal team that is vouched for, as `token create` would have made them. */
export async function makeResearcher(
  site: Site,
  name = `team-${randomUUID().slice(0, 8)}`,
): Promise<Researcher> {
  const { db } = site.owner;
  const [user] = await db.insert(users).values({ name }).returning();
  const [team] = await db.insert(teams).values({ slug: name, name, vouchedAt: site.clock.now }).returning();
  await db.insert(memberships).values({ userId: user!.id, teamId: team!.id });
  return { userId: user!.id, name, role: "researcher", teamId: team!.id } as Researcher;
}
