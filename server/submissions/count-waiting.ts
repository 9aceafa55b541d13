import { eq } from "drizzle-orm";
import { submissions } from "../../db/schema";
import type { MaintainerContext } from "../context";

/** How many first releases wait for a maintainer, on all benchmarks. */
export async function countWaiting({ ctx }: { ctx: MaintainerContext }): Promise<{ waiting: number }> {
  return { waiting: await ctx.db.$count(submissions, eq(submissions.state, "awaiting-approval")) };
}
