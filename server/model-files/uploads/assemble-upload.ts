import { eq } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { env } from "../../env";
import { RungError } from "../../errors";
import { addModelFile } from "../add-model-file";
import { isArchive } from "../one-file/archive";
import type { SentModel } from "../one-file/sent-model";
import { withOneFile } from "../one-file/with-one-file";
import { type FinishedUpload, finishedUpload } from "./finished-upload";
import { leaveToSweep } from "./leave-to-sweep";
import { withScratch } from "./with-scratch";

type Ctx = Pick<ResearcherContext, "db" | "now" | "models" | "viewer">;

/**
 * The hash of the one model file that the viewer's upload is, or becomes: with `data`, the upload of the data file that it names,
 * or as an archive of both. Asked again, it answers the same; the upload of the data file is gone then. Throws what `withOneFile`
 * throws, `not_found` for another's upload, `bad_input` for an unfinished one or one that has its data file already.
 */
export async function assembleUpload({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { upload: string; data?: string | undefined };
}): Promise<string> {
  const model = await finishedUpload({ ctx, input: { id: input.upload } });
  const { modelHash } = model;
  if (input.data === undefined)
    return await ctx.models.withFile(modelHash, (path) => unpacked(ctx, model, path));
  if (model.dataUpload === input.data) return modelHash;
  if (model.dataUpload !== null) throw joinedAlready();
  const data = await finishedUpload({ ctx, input: { id: input.data } });
  return await ctx.models.withFile(modelHash, async (path) => {
    return await ctx.models.withFile(data.modelHash, async (dataPath) => {
      return await become(ctx, { model, data }, { path, data: { path: dataPath, name: data.fileName } });
    });
  });
}

async function unpacked(ctx: Ctx, model: FinishedUpload, path: string): Promise<string> {
  return (await isArchive(path)) ? await become(ctx, { model }, { path, data: null }) : model.modelHash;
}

async function become(
  ctx: Ctx,
  { model, data }: { model: FinishedUpload; data?: FinishedUpload },
  sent: SentModel,
): Promise<string> {
  return await withScratch({ ctx, bytes: 0 }, async (scratch) => {
    const order = { scratch, sent, mostBytes: env().maxModelBytes };
    return await withOneFile(order, async (sourcePath) => {
      if (sourcePath === sent.path) return model.modelHash;
      const { hash } = await addModelFile({ ctx, input: { sourcePath, adopt: true } });
      await ctx.db.transaction(async (tx) => {
        const changed = { modelHash: hash, dataUpload: data?.id ?? null };
        await tx.update(uploads).set(changed).where(eq(uploads.id, model.id));
        await leaveToSweep(tx, model);
        if (!data) return;
        await tx.delete(uploads).where(eq(uploads.id, data.id));
        await leaveToSweep(tx, data);
      });
      return hash;
    });
  });
}

function joinedAlready(): RungError {
  return new RungError(
    "bad_input",
    "This model was written as one file with another data file already.",
    "Upload the model again too, then submit the two.",
  );
}
