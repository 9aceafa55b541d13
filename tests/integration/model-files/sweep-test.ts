import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { modelFiles, uploads } from "@/db/schema";
import { sweepModelFiles } from "@/server/model-files/sweep-model-files";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeModelFile } from "../../factories/make-model-file";
import { siteTest } from "../../fixtures/site-test";
import { tenClasses } from "../../fixtures/ten-classes";
import { submitFile } from "../submissions/submit-file";

/** A test of which stored model files a sweep takes. */
export const sweepTest = siteTest
  .extend("benchmark", ({ site }) =>
    makeBenchmark(site, { classes: tenClasses, perDay: 1000, lifetime: 1000 }),
  )
  .extend(
    "sweep",
    ({ site }) =>
      () =>
        sweepModelFiles({ ctx: site.worker }),
  )
  .extend(
    "there",
    ({ site }) =>
      (hash: string) =>
        site.web.models.has(hash),
  )
  .extend("known", ({ site }) => async (hash: string) => {
    return (await site.owner.db.select().from(modelFiles).where(eq(modelFiles.hash, hash))).length > 0;
  })
  .extend("write", ({ site }) => async (bytes: Uint8Array) => {
    const sourcePath = join(site.dataDir, `source-${randomBytes(4).toString("hex")}`);
    await writeFile(sourcePath, bytes);
    return sourcePath;
  })
  .extend(
    "add",
    ({ site }) =>
      (bytes?: Uint8Array) =>
        makeModelFile(site, bytes),
  )
  .extend("upload", ({ site, viewer }) => async (modelHash: string) => {
    const id = randomBytes(16).toString("hex");
    const at = { createdAt: site.clock.now, finishedAt: site.clock.now };
    const row = { id, userId: viewer.userId, fileName: "a.onnx", bytes: 100, modelHash, ...at };
    await site.web.db.insert(uploads).values(row);
    return id;
  })
  .extend("submit", ({ site, benchmark, viewer }) => (modelHash: string) => {
    return submitFile(site, { benchmark, viewer, modelHash });
  });
