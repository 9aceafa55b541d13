import { bigint, index, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { benchmarks } from "./benchmarks";
import { plainCheck, webAddressCheck } from "./plain-check";
import { submissions } from "./submissions";
import { training } from "./training";

/** A model whose results are published: from a paper, from a file, or evaluated here as a reference. */
export const referenceModels = pgTable(
  "reference_models",
  {
    id: uuid().primaryKey().defaultRandom(),
    benchmarkId: uuid()
      .notNull()
      .references(() => benchmarks.id),
    name: text().notNull(),
    /** Where the numbers come from, for citation. */
    source: text().notNull().default(""),
    url: text(),
    year: integer(),
    parameters: bigint({ mode: "number" }),
    imageSize: integer(),
    /** Why it is excluded from the fit; null if it is not. */
    notInFit: text(),
    training: training(),
    /** Models made alike have one: they are resampled together, and left out together. */
    family: text(),
    /** Set if it was evaluated here. */
    submissionId: uuid().references(() => submissions.id),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique().on(t.benchmarkId, t.name, t.imageSize).nullsNotDistinct(),
    index().on(t.submissionId),
    plainCheck("reference_name_is_plain", t.name),
    plainCheck("reference_family_is_plain", t.family),
    webAddressCheck("reference_has_a_web_address", t.url),
  ],
);
