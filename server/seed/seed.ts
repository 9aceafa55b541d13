import { count } from "drizzle-orm";
import { openDatabase } from "../../db/client";
import { benchmarks } from "../../db/schema";
import { openJobQueue } from "../queue/job-queue";
import type { TestSetContext } from "../test-sets/test-set-context";
import { seedPaper } from "./seed-paper";
import { seedShapes } from "./seed-shapes";
import { seedTimm } from "./seed-timm";

/**
 * Puts the first benchmarks into an empty database: CIFAR-10 and ImageNet with the paper's published results, ImageNet once more with
 * timm's, and Shapes, which takes submissions. A database that has them all is left alone; an interrupted seed is completed at the
 * next start.
 */
export async function seed({
  ownerUrl,
  models,
  testSets,
  log,
}: Pick<TestSetContext, "models" | "testSets"> & {
  ownerUrl: string;
  log: (line: string) => void;
}): Promise<void> {
  const database = openDatabase(ownerUrl, { max: 2 });
  const queue = await openJobQueue({
    url: ownerUrl,
    supervise: false,
    onError: (error) => log(error.message),
  });
  const ctx = { db: database.db, queue, now: () => new Date(), models, testSets };
  try {
    const [known] = await ctx.db.select({ n: count() }).from(benchmarks);
    if ((known?.n ?? 0) === 0)
      log("first start: drawing the Shapes test sets and importing published results");
    await seedShapes(ctx);
    await seedPaper(ctx);
    await seedTimm(ctx);
  } finally {
    await queue.stop();
    await database.end();
  }
}
