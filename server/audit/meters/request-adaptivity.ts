import { eq } from "drizzle-orm";
import { pools } from "../../../db/schema";
import type { MaintainerContext } from "../../context";
import { RungError } from "../../errors";

/**
 * Asks a worker to measure a pool's adaptivity; repeated requests before it is done lead to one measurement. Throws `not_found`.
 */
export async function requestAdaptivity({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { pool: string };
}): Promise<void> {
  const [pool] = await ctx.db.select({ id: pools.id }).from(pools).where(eq(pools.id, input.pool));
  if (!pool) throw new RungError("not_found", "There is no such pool.", "Choose one on /audit.");
  await ctx.db.transaction((tx) => ctx.queue.enqueue(tx, "measure-adaptivity", { poolId: pool.id }));
}
