import type { Database } from "../../db/client";
import { openLabels } from "../../db/schema";

/** Stores the labels of a version of a test set that is public itself. The database refuses those of a hidden one. */
export async function publishLabels(
  tx: Database,
  version: { versionId: string; labels: ArrayLike<number>; names: string[] | null },
): Promise<void> {
  const { versionId, names } = version;
  const labels = Buffer.alloc(version.labels.length * 2);
  for (let i = 0; i < version.labels.length; i++) labels.writeUInt16LE(version.labels[i]!, i * 2);
  await tx.insert(openLabels).values({ versionId, labels, names }).onConflictDoNothing();
}
