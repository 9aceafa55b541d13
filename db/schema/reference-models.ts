import { bigint, index, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { benchmarks } from "./benchmarks";
import { submissions } from "./submissions";

/** A model whose results are published: from a paper, from a file, or evaluated here as a reference. */
export const referenceModels = pgTable(
  "reference_models",
  {
    id: uuid().primaryKey().defaultRandom(),
    benchmarkId: uuid()
      .notNull()
      .references(() => benchmarks.id),
    name: text().notNull(),
    /** Where the numbers come from, to be cited. */
    source: text().notNull().default(""),
    url: text(),
    year: integer(),
    parameters: bigint({ mode: "number" }),
    imageSize: integer(),
    /** Why it is kept out of the fit; null when it is in. */
    notInFit: text(),
    /** Set when it was evaluated here. */
    submissionId: uuid().references(() => submissions.id),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique().on(t.benchmarkId, t.name, t.imageSize).nullsNotDistinct(), index().on(t.submissionId)],
);
