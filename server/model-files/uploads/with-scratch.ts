import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import type { Scratch } from "../one-file/sent-model";
import { requireStorage } from "../storage/require-storage";
import { beginUpload } from "./begin-upload";
import { dropUpload } from "./drop-upload";

type Ctx = Pick<ResearcherContext, "db" | "now" | "models" | "viewer">;

/**
 * Lends places for files of the viewer's that are gone when `use` ends: those of a form, or what an upload is unpacked to. They are
 * an upload of their own, for which `bytes` are reserved at first; what it has become by the end stays.
 * @throws what `requireStorage` throws
 */
export async function withScratch<Result>(
  { ctx, bytes }: { ctx: Ctx; bytes: number },
  use: (scratch: Scratch & { id: string }) => Promise<Result>,
): Promise<Result> {
  const id = randomBytes(16).toString("hex");
  await beginUpload({ ctx, input: { id, fileName: "model.onnx", bytes } });
  try {
    return await use({
      id,
      reserve: (more) => reserveMore(ctx, id, more),
      withFile: (write) => ctx.models.uploads.withFile(id, write),
    });
  } finally {
    await dropUpload({ ctx, input: { id } });
  }
}

async function reserveMore(ctx: Ctx, id: string, more: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await requireStorage({ tx, ctx, bytes: more });
    await tx
      .update(uploads)
      .set({ bytes: sql`${uploads.bytes} + ${more}` })
      .where(and(eq(uploads.id, id), isNull(uploads.modelHash)));
  });
}
