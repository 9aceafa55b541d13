import { integer, pgView, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";

/**
 * What submissions predicted on test sets that are public themselves: a view of `guarded.evaluations` that never shows a row of a
 * hidden one.
 */
export const openPredictions = pgView("open_predictions", {
  submissionId: uuid("submission_id").notNull(),
  versionId: uuid("version_id").notNull(),
  total: integer("total").notNull(),
  predictions: bytea("predictions").notNull(),
}).existing();
