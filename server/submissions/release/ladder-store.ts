import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { ladders } from "../../../db/schema";
import { type BitVector, bitsFromBytes } from "../../release/bit-vector";
import type { ReleaseDecision } from "../../release/decide-release";
import { freshLadder, type LadderState } from "../../release/ladder-state";

export interface LadderScope {
  poolId: string;
  scope: "team" | "global";
  teamId: string | null;
}

/** The current ladder; a fresh one if the scope has none. `images` is the length of its bit vectors. */
export async function loadLadder(
  tx: Database,
  scope: LadderScope,
  images: number,
): Promise<{ state: LadderState; baseline: BitVector | null }> {
  const [row] = await tx.select().from(ladders).where(isScope(scope)).for("update");
  if (!row) return { state: freshLadder, baseline: null };
  return { state: row.state, baseline: row.baseline && bitsFromBytes(row.baseline, images) };
}

/** Writes the ladder after a step. */
export async function saveLadder(
  tx: Database,
  given: LadderScope & { step: ReleaseDecision; submissionId: string; at: Date },
): Promise<void> {
  const { poolId, scope, teamId, step, at } = given;
  const climbed = step.decision === "climbed";
  const changed = {
    state: step.state,
    updatedAt: at,
    ...(climbed ? { baseline: step.baseline?.bytes ?? null, baselineSubmissionId: given.submissionId } : {}),
  };
  await tx
    .insert(ladders)
    .values({ poolId, scope, teamId, ...changed })
    .onConflictDoUpdate({ target: [ladders.poolId, ladders.scope, ladders.teamId], set: changed });
}

function isScope({ poolId, scope, teamId }: LadderScope) {
  const team = teamId === null ? isNull(ladders.teamId) : eq(ladders.teamId, teamId);
  return and(eq(ladders.poolId, poolId), eq(ladders.scope, scope), team);
}
