import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import type { Preprocessing } from "../evaluation/preprocessing";
import { evaluableVersions } from "../test-sets/evaluable-versions";
import { idsOfVersions } from "./ids-of-versions";

/**
 * A team's submission of the same file with the same preprocessing that has a decision on the test sets and the device class of
 * today, or will: asked again, it would answer the same. Found by what its team sent, never by what models predict, which would tell that two of them agree
 * on every hidden image.
 * @returns its id, or null
 */
export async function alreadySubmitted(
  tx: Database,
  given: { teamId: string; benchmarkId: string; modelHash: string; preprocessing: Preprocessing },
): Promise<string | null> {
  const versions = await evaluableVersions(tx, given.benchmarkId);
  const today = idsOfVersions(versions);
  const classes = versions.flatMap(({ pool }) => pool?.deviceClass ?? []);
  const onTheSame = and(...classes.map((name) => eq(submissions.deviceClass, name)));
  const [found] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, given.teamId),
        eq(submissions.benchmarkId, given.benchmarkId),
        eq(submissions.kind, "entry"),
        eq(submissions.modelHash, given.modelHash),
        sql`${submissions.preprocessing} = ${JSON.stringify(given.preprocessing)}::jsonb`,
        or(
          inArray(submissions.state, ["queued", "evaluating", "waiting-for-you", "awaiting-approval"]),
          and(
            eq(submissions.state, "scored"),
            sql`${submissions.versionIds} = ${JSON.stringify(today)}::jsonb`,
            classes.length > 0 ? or(isNull(submissions.deviceClass), onTheSame) : undefined,
          ),
        ),
      ),
    )
    .orderBy(desc(submissions.sequence))
    .limit(1);
  return found?.id ?? null;
}
