import { and, desc, eq, isNull } from "drizzle-orm";
import { apiTokens } from "../../db/schema";
import type { ResearcherContext } from "../context";
import type { TokenView } from "./viewer-schema";

/** The viewer's valid tokens, newest first, without the tokens themselves. */
export async function listTokens({ ctx }: { ctx: ResearcherContext }): Promise<TokenView[]> {
  const rows = await ctx.db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, ctx.viewer.userId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.createdAt));
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
