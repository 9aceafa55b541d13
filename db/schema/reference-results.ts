import { doublePrecision, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { referenceModels } from "./reference-models";
import { metric } from "./scores";
import { testSets } from "./test-sets";

/** A published accuracy: a count of a total, or an accuracy as printed, with interval and total where they are known. */
export const referenceResults = pgTable(
  "reference_results",
  {
    referenceModelId: uuid()
      .notNull()
      .references(() => referenceModels.id, { onDelete: "cascade" }),
    testSetId: uuid()
      .notNull()
      .references(() => testSets.id),
    metric: metric().notNull(),
    correct: integer(),
    total: integer(),
    /** Fraction. */
    accuracy: doublePrecision().notNull(),
    lower: doublePrecision(),
    upper: doublePrecision(),
  },
  (t) => [primaryKey({ columns: [t.referenceModelId, t.testSetId, t.metric] })],
);
