import { and, eq, isNull } from "drizzle-orm";
import { apiTokens } from "../../db/schema";
import type { ResearcherContext } from "../context";
import { RungError } from "../errors";

/** Revokes one of the viewer's own tokens at once. Throws `not_found` for any other id. */
export async function revokeToken({ ctx, input }: { ctx: ResearcherContext; input: { id: string } }) {
  const mine = and(eq(apiTokens.id, input.id), eq(apiTokens.userId, ctx.viewer.userId));
  const rows = await ctx.db
    .update(apiTokens)
    .set({ revokedAt: ctx.now() })
    .where(and(mine, isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  if (rows.length === 0) throw new RungError("not_found", "You have no such token.");
}
