import { bigint, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { modelFiles } from "./model-files";
import { users } from "./users";

/**
 * An upload and its owner, resumable or by a form: unfinished, it reserves room for its bytes; finished, it names the model file that it became.
 * A day later it is removed.
 */
export const uploads = pgTable(
  "uploads",
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    fileName: text().notNull(),
    bytes: bigint({ mode: "number" }).notNull(),
    modelHash: text().references(() => modelFiles.hash),
    /** The upload of the data file that was written into this model; it is gone since. */
    dataUpload: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.userId)],
);
