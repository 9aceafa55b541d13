import { eq } from "drizzle-orm";
import { teams } from "@/db/schema";
import type { Researcher } from "@/server/context";
import { makeResearcher } from "./make-researcher";
import type { Site } from "./make-site";

/** Somebody with a personal team that nobody vouches for, as an outside sign-in would have made them. */
export async function makeStranger(site: Site): Promise<Researcher> {
  const viewer = await makeResearcher(site);
  await site.owner.db.update(teams).set({ vouchedAt: null }).where(eq(teams.id, viewer.teamId));
  return viewer;
}
