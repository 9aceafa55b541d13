import { eq } from "drizzle-orm";
import { users } from "../../db/schema";
import type { Context, Viewer } from "../context";

/** Gives a user a role. Only for those with the owner's database address: no page and no request leads here. */
export async function setRole({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { userId: string; role: Viewer["role"] };
}): Promise<void> {
  await ctx.db.update(users).set({ role: input.role }).where(eq(users.id, input.userId));
}
