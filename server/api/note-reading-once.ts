import { noteReading } from "../audit/note-reading";
import type { Context, Maintainer } from "../context";
import { processWide } from "../web-process/process-wide";

/** After so long without reading, a maintainer who reads again begins anew. */
const sessionMs = 3_600_000;

/** Leaves a line when a maintainer begins to read exact scores, one a session: without it, nothing is read. */
export async function noteReadingOnce(
  ctx: Pick<Context, "db" | "now"> & { viewer: Maintainer },
): Promise<void> {
  const sessions = processWide("readings", () => new Map<string, { until: number; noted: Promise<void> }>());
  const { userId } = ctx.viewer;
  const now = ctx.now().getTime();
  const open = sessions.get(userId);
  const noted = open && open.until > now ? open.noted : noteReading({ ctx, input: { userId } });
  const session = { until: now + sessionMs, noted };
  sessions.set(userId, session);
  await noted.catch((error: unknown) => {
    if (sessions.get(userId) === session) sessions.delete(userId);
    throw error;
  });
}
