import { and, asc, eq, gt } from "drizzle-orm";
import {
  benchmarks,
  decisions,
  evaluations,
  submissions,
  teams,
  testSets,
  testSetVersions,
} from "../../../db/schema";
import type { TestSetRole } from "../../../db/schema/test-sets";
import type { Context } from "../../context";
import { type ByMetric, countsOf } from "../../evaluation/by-metric";

/** A submission's exact counts on one part of one test set. */
export interface ExportedScore extends ByMetric<number> {
  submission: string;
  name: string;
  team: string;
  testSet: string;
  role: TestSetRole;
  part: "all" | "guarded" | "audit";
  total: number;
  decision: "climbed" | "held" | null;
  /** Loss of the team's rung after it, a fraction such as "23/100". */
  rung: string | null;
  decidedAt: string | null;
}

const pageSize = 500;

/** Every evaluation in the order of submission, read in pages. Needs the owner's or auditor's rights. */
export async function* exportSubmissions({
  ctx,
  input,
}: {
  ctx: Context;
  input: { benchmark?: string | undefined };
}): AsyncGenerator<ExportedScore> {
  for (let after = 0; ; ) {
    const page = await ctx.db
      .select({ id: submissions.id, sequence: submissions.sequence })
      .from(submissions)
      .innerJoin(benchmarks, eq(benchmarks.id, submissions.benchmarkId))
      .where(
        and(
          gt(submissions.sequence, after),
          input.benchmark ? eq(benchmarks.slug, input.benchmark) : undefined,
        ),
      )
      .orderBy(asc(submissions.sequence))
      .limit(pageSize);
    for (const submission of page) yield* await exportOne(ctx, submission.id);
    if (page.length < pageSize) return;
    after = page.at(-1)!.sequence;
  }
}

async function exportOne(ctx: Context, submissionId: string): Promise<ExportedScore[]> {
  const rows = await ctx.db
    .select({
      submission: submissions,
      team: teams.slug,
      testSet: testSets,
      evaluation: evaluations,
      decision: decisions,
    })
    .from(evaluations)
    .innerJoin(submissions, eq(submissions.id, evaluations.submissionId))
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .innerJoin(testSetVersions, eq(testSetVersions.id, evaluations.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(
      decisions,
      and(
        eq(decisions.submissionId, submissions.id),
        eq(decisions.poolId, testSets.poolId),
        eq(decisions.scope, "team"),
      ),
    )
    .where(eq(submissions.id, submissionId))
    .orderBy(asc(testSets.role), asc(testSets.position), asc(evaluations.part));
  // Whether a first score is let out is decided by people who have not seen it, also where a decline is taken back.
  const unseen = ({ submission, testSet, decision }: (typeof rows)[number]) =>
    testSet.role === "hidden" &&
    submission.kind === "entry" &&
    submission.state !== "scored" &&
    decision === null;
  return rows
    .filter((row) => !unseen(row))
    .map(({ submission, team, testSet, evaluation, decision }) => {
      const rung = decision?.after.rung;
      return {
        submission: submission.id,
        name: submission.name,
        team,
        testSet: testSet.name,
        role: testSet.role,
        part: evaluation.part,
        total: evaluation.total,
        ...countsOf(evaluation),
        decision: decision?.decision ?? null,
        rung: rung ? `${rung.numerator}/${rung.denominator}` : null,
        decidedAt: decision?.decidedAt.toISOString() ?? null,
      };
    });
}
