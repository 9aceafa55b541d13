import type { benchmarks } from "../../db/schema";
import { benchmarkDigest } from "../audit-log/benchmark-digest";

/** What the log says of a benchmark as it is from now on. */
export function benchmarkFields(row: typeof benchmarks.$inferSelect) {
  const { id, slug, classes, perDay, lifetime, judgedScale } = row;
  const told = { benchmark: id, slug, classes: classes.length, perDay, lifetime, judgedScale };
  return { ...told, digest: benchmarkDigest(row) };
}
