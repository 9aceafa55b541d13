import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { evaluations, testSetVersions } from "../../../db/schema";
import type { OriginalPace } from "../../evaluation/hidden-allowance";

/**
 * What a submission's model took on the original test sets, and whether it was run one image at a time there. Where only time of the
 * clock was measured, that stands for it.
 */
export async function originalPace(
  db: Database,
  submissionId: string,
): Promise<OriginalPace & { alone: boolean }> {
  const ran = (field: "elapsedMs" | "threads") => sql`(${evaluations.ran}->>${field})::float8`;
  const [row] = await db
    .select({
      cpuMs: sql<number>`coalesce(sum(coalesce(${evaluations.cpuMs}, ${ran("elapsedMs")} * ${ran("threads")})), 0)::float8`,
      images: sql<number>`coalesce(sum(${evaluations.total}), 0)::int`,
      largestChunkMs: sql<number>`coalesce(max(${evaluations.largestChunkMs}), 0)::float8`,
      alone: sql<boolean>`coalesce(bool_or((${evaluations.ran}->>'alone')::boolean), false)`,
      threads: sql<number>`coalesce(max(${ran("threads")}), 1)::int`,
    })
    .from(evaluations)
    .innerJoin(testSetVersions, eq(testSetVersions.id, evaluations.versionId))
    .where(
      and(
        eq(evaluations.submissionId, submissionId),
        eq(evaluations.part, "all"),
        sql`exists (select 1 from test_sets where test_sets.id = ${testSetVersions.testSetId} and test_sets.role = 'original')`,
      ),
    );
  return row ?? { cpuMs: 0, images: 0, largestChunkMs: 0, alone: false, threads: 1 };
}
