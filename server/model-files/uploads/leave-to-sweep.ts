import { randomBytes } from "node:crypto";
import { and, eq, lte } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { modelFiles, uploads } from "../../../db/schema";
import type { FinishedUpload } from "./finished-upload";

const longAgo = new Date(0);

/**
 * Leaves what an upload was to the next sweep, unless another upload or a submission has the same bytes, or they came again since: as
 * an upload of long ago, which counts for its owner until its bytes have gone.
 */
export async function leaveToSweep(tx: Database, part: FinishedUpload): Promise<void> {
  const { userId, fileName, bytes, modelHash, finishedAt } = part;
  const asItCame = and(eq(modelFiles.hash, modelHash), lte(modelFiles.createdAt, finishedAt));
  await tx.update(modelFiles).set({ createdAt: longAgo }).where(asItCame);
  const old = { createdAt: longAgo, finishedAt: longAgo };
  await tx
    .insert(uploads)
    .values({ id: randomBytes(16).toString("hex"), userId, fileName, bytes, modelHash, ...old });
}
