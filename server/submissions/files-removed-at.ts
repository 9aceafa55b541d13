import { and, inArray, notInArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import { needsNoFile } from "../model-files/storage/needs-no-file";
import { staysForMs } from "../model-files/storage/stays-for-ms";

type Row = Pick<typeof submissions.$inferSelect, "id" | "teamId" | "modelHash" | "state" | "endedAt">;

/**
 * When the files of submissions that ended refused, failed or withdrawn are, or were, removed, by submission; not where another of the same
 * team needs the file. What other teams submitted changes nothing: it would tell that one has the same file.
 */
export async function filesRemovedAt(db: Database, rows: readonly Row[]): Promise<Map<string, Date>> {
  const idle = rows.filter(({ state }) => needsNoFile.some((one) => one === state));
  if (idle.length === 0) return new Map();
  const hashes = idle.map(({ modelHash }) => modelHash);
  const needing = await db
    .select({ teamId: submissions.teamId, modelHash: submissions.modelHash })
    .from(submissions)
    .where(and(inArray(submissions.modelHash, hashes), notInArray(submissions.state, [...needsNoFile])));
  const needed = new Set(needing.map(({ teamId, modelHash }) => `${teamId} ${modelHash}`));
  const left = idle.filter(({ teamId, modelHash }) => !needed.has(`${teamId} ${modelHash}`));
  return new Map(
    left.flatMap(({ id, endedAt }) => (endedAt ? [[id, new Date(endedAt.getTime() + staysForMs)]] : [])),
  );
}
