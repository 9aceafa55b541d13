import { and, asc, eq, gt, ilike, sql } from "drizzle-orm";
import { z } from "zod";
import { memberships, teams, users } from "../../db/schema";
import { userRole } from "../../db/schema/users";
import type { MaintainerContext } from "../context";

const accountSchema = z.object({
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(userRole.enumValues),
  team: z.string().nullable().describe("slug"),
  createdAt: z.iso.datetime(),
});
export type Account = z.infer<typeof accountSchema>;
export const accountsSchema = z.object({ rows: z.array(accountSchema), next: z.string().nullable() });

const pageSize = 50;

/** Users with their teams, ordered by name; only names after `after`, and only those that begin with `search` (in any case). */
export async function listAccounts({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { search?: string | undefined; after?: string | undefined };
}): Promise<z.infer<typeof accountsSchema>> {
  const begins = input.search?.replace(/[\\%_]/g, "\\$&");
  const rows = await ctx.db
    .select({ user: users, team: teams.slug })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(teams, eq(teams.id, memberships.teamId))
    .where(
      and(
        begins ? ilike(users.name, sql`${`${begins}%`}`) : undefined,
        input.after ? gt(users.name, input.after) : undefined,
      ),
    )
    .orderBy(asc(users.name))
    .limit(pageSize);
  return {
    rows: rows.map(({ user, team }) => ({
      name: user.name,
      email: user.email,
      role: user.role,
      team,
      createdAt: user.createdAt.toISOString(),
    })),
    next: rows.length === pageSize ? rows.at(-1)!.user.name : null,
  };
}
