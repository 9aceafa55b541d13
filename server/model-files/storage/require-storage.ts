import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import type { ResearcherContext } from "../../context";
import { env } from "../../env";
import { RungError } from "../../errors";
import { awaitedBytes } from "./awaited-bytes";
import { beyondAllowance } from "./beyond-allowance";
import { holdingsOf } from "./holdings-of";

/**
 * Checks that the viewer may store so many bytes more, and that the disk has room for them beside all that unfinished uploads are still to
 * bring, in the transaction that then reserves them: whoever asks meanwhile waits for its end. Every way to send a model asks here first.
 * @throws RungError `storage_spent`, with what the viewer has; `disk_full`, in the same words whoever fills it and by how much
 */
export async function requireStorage(given: {
  tx: Database;
  ctx: Pick<ResearcherContext, "now" | "models" | "viewer">;
  bytes: number;
}): Promise<void> {
  const { tx, ctx, bytes } = given;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('model storage', 0))`);
  const held = await holdingsOf(tx, { userId: ctx.viewer.userId, now: ctx.now() });
  const beyond = beyondAllowance({ holdings: held, bytes, most: env().maxUserBytes });
  if (beyond) throw beyond;
  const awaited = await awaitedBytes(tx, ctx.models);
  if ((await ctx.models.room()) >= awaited + bytes) return;
  throw new RungError(
    "disk_full",
    "This site has no room for a model of that size now. Nothing was stored, and it did not count against your quota.",
    "Try again in an hour or later; if it happens again, tell a maintainer.",
  );
}
