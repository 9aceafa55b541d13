import { and, eq, gt, notInArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { declaredOf } from "../../audit-log/declared-of";
import type { ActContext } from "../../context";
import { RungError } from "../../errors";
import { evaluableVersions } from "../../test-sets/evaluable-versions";
import { nextTurn, queueOriginal } from "../queue-original";
import { countedSubmissions } from "../quota/counted-submissions";
import { lifetimeOf } from "../quota/lifetime-of";
import { inOrderOfTeams } from "./in-order-of-teams";
import { submissionForAct } from "./submission-for-act";

type Submission = typeof submissions.$inferSelect;

/**
 * Judges scored submissions again after a correction to a test set, or voided ones, all or none: the same model becomes a new submission by its team,
 * which waits in the queue and steps the ladder like any other. So a correction gives no second answer for free: the new one counts
 * against the team's total quota and climbs (not its daily quota), and the old one stays as it was decided. A voided one counts no
 * longer, so that its team is judged again for free.
 * @returns each submission's id with that of the new one, in the order given
 * @throws RungError `not_found`; `too_late` if one is not scored, or was judged on these versions; `quota_spent`
 */
export async function reJudgeSubmissions({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { ids: string[]; reason: string };
}): Promise<{ id: string; again: string }[]> {
  return ctx.db.transaction(async (tx) => {
    const again = new Map<string, string>();
    for (const id of await inOrderOfTeams(tx, input.ids))
      again.set(id, await reJudge({ ctx, tx, id, ...input }));
    return input.ids.map((id) => ({ id, again: again.get(id)! }));
  });
}

async function reJudge(given: {
  ctx: ActContext;
  tx: Database;
  id: string;
  reason: string;
}): Promise<string> {
  const { ctx, tx, reason } = given;
  const now = ctx.now();
  const old = await submissionForAct(tx, given.id);
  if (old.state !== "voided") await requireCorrection(tx, old);
  await requireLifetime(tx, old);
  const { benchmarkId, teamId, userId, name, modelHash, preprocessing, atLeast, links, training } = old;
  const [row] = await tx
    .insert(submissions)
    .values({
      benchmarkId,
      teamId,
      userId,
      name,
      modelHash,
      preprocessing,
      atLeast,
      links,
      training,
      state: "queued",
      reJudgesId: old.id,
      turn: await nextTurn(tx, teamId),
      submittedAt: now,
    })
    .returning();
  await appendLine(tx, {
    kind: "submission",
    at: now,
    public: {
      submission: row!.id,
      benchmark: benchmarkId,
      team: teamId,
      model: modelHash,
      reJudges: old.id,
      atLeast,
      reason,
      by: ctx.viewer?.userId ?? null,
    },
    secret: { declared: declaredOf(row!) },
  });
  await queueOriginal({ ctx, tx, submission: row! });
  return row!.id;
}

/** A version must have been imported after the submission ended, and the same model must not have been judged since. */
async function requireCorrection(tx: Database, old: Submission): Promise<void> {
  const ended = old.endedAt;
  if (old.state !== "scored" || !ended) {
    throw new RungError(
      "too_late",
      `Only a scored submission can be judged again; this one is ${old.state}.`,
      "",
    );
  }
  const versions = await evaluableVersions(tx, old.benchmarkId);
  const corrected = versions
    .filter(({ testSet, version }) => testSet.role === "hidden" && version.createdAt > ended)
    .map(({ version }) => version.createdAt);
  if (corrected.length === 0) {
    throw new RungError(
      "too_late",
      "It was judged on the test sets as they are now.",
      "Import the corrected version first.",
    );
  }
  const [again] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.benchmarkId, old.benchmarkId),
        eq(submissions.teamId, old.teamId),
        eq(submissions.modelHash, old.modelHash),
        gt(submissions.submittedAt, new Date(Math.max(...corrected.map(Number)))),
        notInArray(submissions.state, ["refused", "withdrawn", "failed"]),
      ),
    )
    .limit(1);
  if (again)
    throw new RungError(
      "too_late",
      "This team has submitted the same model since the correction.",
      `See ${again.id}.`,
    );
}

async function requireLifetime(tx: Database, old: Submission): Promise<void> {
  const [benchmark] = await tx.select().from(benchmarks).where(eq(benchmarks.id, old.benchmarkId));
  const lifetime = await lifetimeOf(tx, benchmark!);
  const used = (await countedSubmissions(tx, old, { underway: true })).length;
  if (lifetime !== null && used >= lifetime) {
    throw new RungError(
      "quota_spent",
      `The team has reached its lifetime limit of ${lifetime} on ${benchmark!.name}.`,
      "This limit protects the hidden test set, and corrections count too.",
    );
  }
}
