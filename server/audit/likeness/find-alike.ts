import { and, arrayOverlaps, asc, desc, eq, ne } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { fingerprints, submissions } from "../../../db/schema";

/** At most this many submissions that share a band are compared, the latest first. */
const mostNear = 30;

/**
 * Candidates for the same or nearly the same model: the first submissions with this file and with these predictions, and the
 * latest that share a band of errors.
 */
export async function findAlike(
  db: Database,
  submission: Pick<typeof submissions.$inferSelect, "id" | "benchmarkId" | "modelHash">,
  entered: typeof fingerprints.$inferSelect,
): Promise<string[]> {
  const others = and(
    eq(fingerprints.versionId, entered.versionId),
    ne(fingerprints.submissionId, entered.submissionId),
  );
  const [sameFile, samePredictions, near] = await Promise.all([
    db
      .select({ id: submissions.id })
      .from(submissions)
      .innerJoin(fingerprints, eq(fingerprints.submissionId, submissions.id))
      .where(and(eq(submissions.modelHash, submission.modelHash), others))
      .orderBy(asc(submissions.sequence))
      .limit(1),
    db
      .select({ id: fingerprints.submissionId })
      .from(fingerprints)
      .where(and(others, eq(fingerprints.predictions, entered.predictions)))
      .orderBy(asc(fingerprints.createdAt))
      .limit(1),
    entered.bands?.length
      ? db
          .select({ id: fingerprints.submissionId })
          .from(fingerprints)
          .where(and(others, arrayOverlaps(fingerprints.bands, entered.bands)))
          .orderBy(desc(fingerprints.createdAt))
          .limit(mostNear)
      : [],
  ]);
  return [...new Set([...sameFile, ...samePredictions, ...near].map(({ id }) => id))];
}
