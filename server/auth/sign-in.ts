import { appendLine } from "../audit-log/append-line";
import type { Context, Viewer } from "../context";
import { ensureUser, type Identity } from "../teams/ensure-user";

/** Signs in an outside identity; a maintainer's sign-in adds a line to the log. */
export async function signIn({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: Identity;
}): Promise<Viewer> {
  const viewer = await ensureUser({ ctx, input });
  if (viewer.role === "maintainer") {
    const fields = { user: viewer.userId, provider: input.provider };
    await appendLine(ctx.db, { kind: "maintainer-sign-in", at: ctx.now(), public: fields });
  }
  return viewer;
}
