import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { benchmarks } from "../../db/schema";
import { RungError } from "../errors";

/** The benchmark with a slug; `not_found` names the slug that was asked for. */
export async function benchmarkBySlug(db: Database, slug: string) {
  const [benchmark] = await db.select().from(benchmarks).where(eq(benchmarks.slug, slug));
  if (!benchmark) {
    throw new RungError(
      "not_found",
      `There is no benchmark "${slug}".`,
      "GET /api/v1/benchmarks lists those there are.",
    );
  }
  return benchmark;
}
