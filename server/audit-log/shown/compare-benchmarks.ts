import type { Database } from "../../../db/client";
import { benchmarks } from "../../../db/schema";
import { benchmarkDigest } from "../benchmark-digest";
import { linesOfKind } from "../logged-line";
import { referencesDigest } from "../references-digest";
import { leadsElsewhere } from "./leads-elsewhere";

/**
 * Checks that benchmarks, and what is published of others on them, are those that the log tells of.
 * @returns what does not agree, in words, or null
 */
export async function compareBenchmarks(db: Database): Promise<string | null> {
  const made = new Map(
    (await linesOfKind(db, "benchmark")).map((logged) => [logged.line.public.benchmark, logged]),
  );
  const imports = new Map(
    (await linesOfKind(db, "reference-import")).map((logged) => [logged.line.public.benchmark, logged]),
  );
  for (const row of await db.select().from(benchmarks)) {
    const logged = made.get(row.id);
    if (!logged) return `no line tells of the benchmark ${row.slug}`;
    const { slug, classes, perDay, lifetime, judgedScale = "logit", digest } = logged.line.public;
    const { id: line } = logged;
    const told = { slug, perDay, lifetime, judgedScale };
    const differs = leadsElsewhere({ table: "benchmarks", line, row, told });
    if (differs) return differs;
    if (row.classes.length !== classes || (digest !== undefined && digest !== benchmarkDigest(row)))
      return `line ${line} leads to another name, description, input size, longest window or other classes of the row in benchmarks than those stored`;
    const last = imports.get(row.id);
    const published = last ? last.line.public.digest : nothingPublished;
    if (published !== undefined && published !== (await referencesDigest(db, row.id)))
      return `${last ? `line ${last.id} leads to` : "no line leads to"} other rows in reference_models, reference_results or test_sets on the benchmark ${row.slug} than those stored`;
  }
  return null;
}

/** The digest of a benchmark on which nothing was published: of an empty list. */
const nothingPublished = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945";
