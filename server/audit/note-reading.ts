import { appendLine } from "../audit-log/append-line";
import type { Context } from "../context";

/** Leaves a line that somebody begins to read exact scores; who, only auditors see. Nobody (null) at the command line. */
export async function noteReading({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: { userId: string | null };
}): Promise<void> {
  const { userId } = input;
  await appendLine(ctx.db, {
    kind: "exact-scores-read",
    at: ctx.now(),
    public: { door: userId === null ? "command" : "site" },
    secret: { user: userId },
  });
}
