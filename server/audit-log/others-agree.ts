import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { evaluations, scores, testSets, testSetVersions } from "../../db/schema";
import { primaryMetric } from "../evaluation/metric";
import type { Policy } from "../release/policy";
import { releaseUnder } from "../release/released-score";
import { canonicalJson } from "./canonical-json";
import type { LineOf } from "./line-schema";

/**
 * Whether the scores that a pool shows of a submission beside the one that decided are those that the decision's line names, and
 * these what its stored counts round to; none where they do not come (`comeNow`). Lines from before they were named say nothing of
 * them.
 */
export async function othersAgree(
  db: Database,
  given: {
    line: Pick<LineOf<"decision">, "public" | "secret">;
    policy: Policy;
    comeNow: boolean;
  },
): Promise<boolean> {
  const { public: fields, secret } = given.line;
  const { others } = fields;
  if (!others) return true;
  if (!given.comeNow && others.length > 0) return false;
  const shown = (await shownOn(db, fields)).filter(
    ({ score }) => score.versionId !== secret.version || score.metric !== primaryMetric,
  );
  if (shown.length !== others.length) return false;
  return others.every(({ version, metric, loss }) => {
    const found = shown.find(({ score }) => score.versionId === version && score.metric === metric);
    const correct = found?.evaluation[metric] ?? null;
    if (!found || correct === null) return false;
    const { policy } = given;
    const released = releaseUnder({ policy, correct, total: found.evaluation.total });
    const { accuracy, lower, upper } = found.score;
    return (
      released.lossText === loss &&
      canonicalJson({ accuracy, interval: { lower, upper } }) ===
        canonicalJson({ accuracy: released.accuracy, interval: released.interval })
    );
  });
}

/** The scores of a submission on a pool's versions, each with the counts of the part that was guarded. */
async function shownOn(db: Database, { submission, pool }: LineOf<"decision">["public"]) {
  const rows = await db
    .select({ score: scores, evaluation: evaluations })
    .from(scores)
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .innerJoin(
      evaluations,
      and(eq(evaluations.submissionId, scores.submissionId), eq(evaluations.versionId, scores.versionId)),
    )
    .where(and(eq(scores.submissionId, submission), eq(testSets.poolId, pool)));
  return rows.filter(({ evaluation }) => evaluation.part !== "audit");
}
