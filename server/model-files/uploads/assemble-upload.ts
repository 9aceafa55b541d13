import { and, eq, exists, lte, not } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { modelFiles, uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { env } from "../../env";
import { RungError } from "../../errors";
import { addModelFile } from "../add-model-file";
import { isArchive } from "../one-file/archive";
import type { SentModel } from "../one-file/sent-model";
import { withOneFile } from "../one-file/with-one-file";
import { findUpload } from "./find-upload";
import { finishedUpload } from "./finished-upload";
import { withScratch } from "./with-scratch";

type Ctx = Pick<ResearcherContext, "db" | "now" | "models" | "viewer">;
type Parts = { upload: string; data?: string | undefined };

/**
 * The hash of the one model file that the viewer's upload is, or becomes: with `data`, the upload of the data file that it names,
 * or as an archive of both. Asked again, it answers the same; the upload of the data file is gone then. Throws what `withOneFile`
 * throws, `not_found` for another's upload, `bad_input` for an unfinished one or one that has its data file already.
 */
export async function assembleUpload({ ctx, input }: { ctx: Ctx; input: Parts }): Promise<string> {
  const { upload, data } = input;
  const { dataUpload } = await findUpload({ ctx, input: { id: upload } });
  const hash = await finishedUpload({ ctx, input: { id: upload } });
  if (data === undefined) return await ctx.models.withFile(hash, (path) => unpacked(ctx, upload, hash, path));
  if (dataUpload === data) return hash;
  if (dataUpload !== null) throw joinedAlready();
  const { fileName: name } = await findUpload({ ctx, input: { id: data } });
  const dataHash = await finishedUpload({ ctx, input: { id: data } });
  return await ctx.models.withFile(hash, async (path) => {
    return await ctx.models.withFile(dataHash, async (dataPath) => {
      const sent = { path, data: { path: dataPath, name } };
      return await become(ctx, { upload, data, parts: [hash, dataHash] }, sent);
    });
  });
}

async function unpacked(ctx: Ctx, upload: string, hash: string, path: string): Promise<string> {
  if (!(await isArchive(path))) return hash;
  return await become(ctx, { upload, parts: [hash] }, { path, data: null });
}

async function become(ctx: Ctx, from: Parts & { parts: string[] }, sent: SentModel): Promise<string> {
  return await withScratch({ ctx, bytes: 0 }, async (scratch) => {
    const order = { scratch, sent, mostBytes: env().maxModelBytes };
    return await withOneFile(order, async (sourcePath) => {
      if (sourcePath === sent.path) return from.parts[0]!;
      const partsHere = ctx.now();
      const { hash } = await addModelFile({ ctx, input: { sourcePath, adopt: true } });
      await ctx.db.transaction(async (tx) => {
        const changed = { modelHash: hash, dataUpload: from.data ?? null };
        await tx.update(uploads).set(changed).where(eq(uploads.id, from.upload));
        if (from.data) await tx.delete(uploads).where(eq(uploads.id, from.data));
        for (const part of from.parts) await leaveToSweep(tx, part, partsHere);
      });
      return hash;
    });
  });
}

/**
 * Nobody needs a part any more: the next sweep takes it, unless an upload or a submission has the same bytes, or they came again
 * after a time.
 */
async function leaveToSweep(tx: Database, hash: string, at: Date): Promise<void> {
  const uploaded = tx.select().from(uploads).where(eq(uploads.modelHash, hash));
  const unused = and(eq(modelFiles.hash, hash), lte(modelFiles.createdAt, at), not(exists(uploaded)));
  await tx
    .update(modelFiles)
    .set({ createdAt: new Date(0) })
    .where(unused);
}

function joinedAlready(): RungError {
  return new RungError(
    "bad_input",
    "This model was written as one file with another data file already.",
    "Upload the model again too, then submit the two.",
  );
}
