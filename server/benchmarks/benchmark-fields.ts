import type { benchmarks } from "../../db/schema";

/** What the log says of a benchmark as it is from now on. */
export function benchmarkFields(row: typeof benchmarks.$inferSelect) {
  const { id, slug, classes, perDay, lifetime, judgedScale } = row;
  return { benchmark: id, slug, classes: classes.length, perDay, lifetime, judgedScale };
}
