import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { benchmarks } from "../../db/schema";
import { RungError } from "../errors";

/** The benchmark with a slug. Throws `not_found`, naming that slug and those that exist. */
export async function benchmarkBySlug(db: Database, slug: string) {
  const [benchmark] = await db.select().from(benchmarks).where(eq(benchmarks.slug, slug));
  if (!benchmark) {
    const known = await db.select({ slug: benchmarks.slug }).from(benchmarks).orderBy(benchmarks.slug);
    throw new RungError(
      "not_found",
      `There is no benchmark "${slug}".`,
      known.length > 0 ? `There are: ${known.map((row) => row.slug).join(", ")}.` : "There is none yet.",
    );
  }
  return benchmark;
}
