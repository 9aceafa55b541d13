import { jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { testSetVersions } from "./test-set-versions";

/** The labels of a test set that is public itself. The database refuses those of a hidden one: see the migration `open_predictions`. */
export const openLabels = pgTable("open_labels", {
  versionId: uuid()
    .primaryKey()
    .references(() => testSetVersions.id),
  /** The class of each image, little-endian uint16, in the order of predictions. */
  labels: bytea().notNull(),
  /** The name of each image in the folder or file that it was imported from; null before that was noted. */
  names: jsonb().$type<string[]>(),
});
