import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { lockFor } from "../../../db/lock-for";
import { evaluations, hiddenRuns, submissions } from "../../../db/schema";
import { type EvaluableVersion, evaluableVersions } from "../../test-sets/evaluable-versions";
import { idsOfVersions } from "../ids-of-versions";
import { mustBeApproved } from "./must-be-approved";
import { stepPool } from "./step-pool";

type Submission = typeof submissions.$inferSelect;

/**
 * The release of one submission: a decision on each pool, with ladders, released scores and log lines, in the caller's transaction.
 * @returns `ended`; `not-evaluated` where the worker has not recorded it yet; `awaiting-approval` where a pool lets out no more
 * first releases by itself and no maintainer has approved this one
 */
export async function recordRelease(given: {
  tx: Database;
  submission: Submission;
  at: Date;
  random: () => number;
}): Promise<"ended" | "not-evaluated" | "awaiting-approval"> {
  const { tx, submission, at } = given;
  const all = await evaluableVersions(tx, submission.benchmarkId);
  const versions = all.filter((v) => v.testSet.role === "hidden");
  const stored = await tx
    .select()
    .from(evaluations)
    .where(
      and(
        eq(evaluations.submissionId, submission.id),
        inArray(
          evaluations.versionId,
          versions.map((v) => v.version.id),
        ),
        inArray(evaluations.part, ["all", "guarded"]),
      ),
    );
  const evaluated = new Map(stored.map((row) => [row.versionId, row]));
  if (versions.some((v) => !evaluated.has(v.version.id))) return "not-evaluated";

  const [run] = await tx.select().from(hiddenRuns).where(eq(hiddenRuns.submissionId, submission.id));
  const windows = Math.max(submission.windows ?? 1, run?.windows ?? 1);
  const byPool = groupByPool(versions);
  for (const poolId of [...byPool.keys()].sort()) await lockFor(tx, "pool", poolId);
  for (const [poolId, members] of byPool) {
    const primary = members.find((member) => member.primary);
    const images = primary ? evaluated.get(primary.version.id)!.total : 0;
    const asked = { poolId, teamId: submission.teamId, images };
    if (!submission.approvedAt && (await mustBeApproved(tx, asked))) {
      await tx
        .update(submissions)
        .set({ state: "awaiting-approval", windows })
        .where(eq(submissions.id, submission.id));
      return "awaiting-approval";
    }
  }
  const taken: ("climbed" | "held")[] = [];
  for (const members of byPool.values()) {
    taken.push(await stepPool({ ...given, members, evaluated }));
  }
  // If the last pool was retired meanwhile, nothing was decided.
  const decision = taken.includes("climbed") ? "climbed" : (taken[0] ?? null);
  const deviceClass = stored[0]?.ran.deviceClass;
  await tx
    .update(submissions)
    .set({ state: "scored", decision, windows, versionIds: idsOfVersions(all), deviceClass, endedAt: at })
    .where(eq(submissions.id, submission.id));
  return "ended";
}

function groupByPool(versions: EvaluableVersion[]) {
  const groups = new Map<string, EvaluableVersion[]>();
  for (const version of versions) {
    if (!version.pool) continue;
    groups.set(version.pool.id, [...(groups.get(version.pool.id) ?? []), version]);
  }
  return groups;
}
