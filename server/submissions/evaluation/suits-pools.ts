import { eq, inArray } from "drizzle-orm";
import { hiddenRuns, pools } from "../../../db/schema";
import type { Context } from "../../context";
import type { EvaluationPlan } from "./evaluation-plan";

/**
 * Whether a device class is that of every pool that a plan touches. A pool has the class of its first evaluation, since between two a
 * model's score may differ; a maintainer who has a submission taken up again that was parked for its class says otherwise, and
 * the pool has the new one from then on.
 */
export async function suitsPools(
  tx: Context["db"],
  submissionId: string,
  plan: EvaluationPlan,
  deviceClass: string,
): Promise<boolean> {
  const touched = plan.versions.flatMap(({ pool }) => pool ?? []);
  const others = touched.filter((pool) => pool.deviceClass !== deviceClass);
  if (others.length === 0) return true;
  const [run] = await tx.select().from(hiddenRuns).where(eq(hiddenRuns.submissionId, submissionId));
  if (others.some((pool) => pool.deviceClass !== null) && run?.parkedFor !== "device") return false;
  const ids = others.map(({ id }) => id);
  await tx.update(pools).set({ deviceClass }).where(inArray(pools.id, ids));
  return true;
}
