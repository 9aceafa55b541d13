import { and, eq, isNull } from "drizzle-orm";
import { apiTokens } from "../../db/schema";
import type { Context, Viewer } from "../context";
import { findViewer } from "./find-viewer";
import { hashToken } from "./hash-token";

const useIsNotedEveryMs = 60_000;

/**
 * The user that an API token belongs to, and whether it was made under the local sign-in; null if it is unknown or revoked. Records
 * when it was last used, to the minute.
 */
export async function authenticateToken({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: { token: string };
}): Promise<{ viewer: Viewer; local: boolean } | null> {
  if (!/^rung_[\w-]{43}$/.test(input.token)) return null;
  const [row] = await ctx.db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.hash, hashToken(input.token)), isNull(apiTokens.revokedAt)));
  if (!row) return null;
  const now = ctx.now();
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > useIsNotedEveryMs) {
    await ctx.db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, row.id));
  }
  const viewer = await findViewer({ ctx, input: { userId: row.userId } });
  return viewer && { viewer, local: row.local };
}
