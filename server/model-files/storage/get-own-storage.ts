import type { ResearcherContext } from "../../context";
import { env } from "../../env";
import { holdingsOf } from "./holdings-of";
import type { OwnStorage } from "./storage-schema";

/** What is stored for the viewer, and the most that may be, in bytes. */
export async function getOwnStorage({
  ctx,
}: {
  ctx: Pick<ResearcherContext, "db" | "now" | "viewer">;
}): Promise<OwnStorage> {
  const held = await holdingsOf(ctx.db, { userId: ctx.viewer.userId, now: ctx.now() });
  const sum = (rows: typeof held) => rows.reduce((total, { bytes }) => total + bytes, 0);
  return {
    files: held.length,
    bytes: sum(held),
    leaving: sum(held.filter(({ until }) => until !== null)),
    most: env().maxUserBytes,
  };
}
