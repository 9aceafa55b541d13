import { eq } from "drizzle-orm";
import { submissions } from "../../db/schema";
import type { Context, Viewer } from "../context";
import { RungError } from "../errors";
import type { SubmissionView } from "./submission-schema";
import { viewSubmissions } from "./view-submissions";

/**
 * One submission: its own team and maintainers can see it at any time, everybody else once it has been scored.
 * @throws RungError `not_found`, in the same words whether it does not exist or is not visible yet
 */
export async function getSubmission({
  ctx,
  input,
}: {
  ctx: Context & { viewer: Viewer | null };
  input: { id: string };
}): Promise<SubmissionView> {
  const [row] = await ctx.db.select().from(submissions).where(eq(submissions.id, input.id));
  const mine = row && ctx.viewer && (ctx.viewer.teamId === row.teamId || ctx.viewer.role === "maintainer");
  if (!row || !(mine || row.state === "scored" || row.state === "disqualified")) {
    throw new RungError(
      "not_found",
      "There is no such submission, or you may not see it.",
      "If it is your team's, sign in.",
    );
  }
  const [view] = await viewSubmissions(ctx.db, [row], { now: ctx.now(), own: Boolean(mine) });
  return view!;
}
