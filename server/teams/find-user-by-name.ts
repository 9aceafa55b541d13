import { eq } from "drizzle-orm";
import { users } from "../../db/schema";
import type { Context, Viewer } from "../context";
import { findViewer } from "./find-viewer";

/** The user with exactly this name, or null. */
export async function findUserByName({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { name: string };
}): Promise<Viewer | null> {
  const [row] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.name, input.name));
  return row ? await findViewer({ ctx, input: { userId: row.id } }) : null;
}
