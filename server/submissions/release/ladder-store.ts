import { and, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { ladders } from "../../../db/schema";
import { type BitVector, bitsFromBytes } from "../../release/bit-vector";
import type { ReleaseDecision } from "../../release/decide-release";
import { freshLadder, type LadderState } from "../../release/ladder-state";

interface LadderOf {
  poolId: string;
  teamId: string;
}

/** A team's ladder on a pool as it stands, and the submission that is its baseline; a fresh one where it has none. `images` is the length of its bit vectors. */
export async function loadLadder(
  tx: Database,
  { poolId, teamId }: LadderOf,
  images: number,
): Promise<{ state: LadderState; baseline: BitVector | null; submissionId: string | null }> {
  const [row] = await tx
    .select()
    .from(ladders)
    .where(and(eq(ladders.poolId, poolId), eq(ladders.scope, "team"), eq(ladders.teamId, teamId)))
    .for("update");
  if (!row) return { state: freshLadder, baseline: null, submissionId: null };
  const baseline = row.baseline && bitsFromBytes(row.baseline, images);
  return { state: row.state, baseline, submissionId: row.baselineSubmissionId };
}

/** Writes the ladder after a step. */
export async function saveLadder(
  tx: Database,
  given: LadderOf & { step: ReleaseDecision; submissionId: string; at: Date },
): Promise<void> {
  const { poolId, teamId, step, at } = given;
  const climbed = step.decision === "climbed";
  const changed = {
    state: step.state,
    updatedAt: at,
    ...(climbed ? { baseline: step.baseline?.bytes ?? null, baselineSubmissionId: given.submissionId } : {}),
  };
  await tx
    .insert(ladders)
    .values({ poolId, scope: "team", teamId, ...changed })
    .onConflictDoUpdate({ target: [ladders.poolId, ladders.scope, ladders.teamId], set: changed });
}
