import { integer, pgEnum, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { testSets } from "./test-sets";

export const versionState = pgEnum("version_state", ["draft", "active", "retired"]);

/** Images, labels and split of a test set, frozen and named by a keyed digest. */
export const testSetVersions = pgTable(
  "test_set_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    testSetId: uuid()
      .notNull()
      .references(() => testSets.id),
    number: integer().notNull(),
    /** HMAC-SHA-256 in hex: an unkeyed digest of guessable images would confirm guesses. */
    digest: text().notNull(),
    /**
     * The same kind of digest of the images, in their order and parts, without labels; null for versions imported before this
     * column existed.
     */
    imagesDigest: text(),
    /** Its id in the store. */
    storeKey: text().notNull(),
    /** Images whose scores pass the release policy (all images of an original test set). */
    images: integer().notNull(),
    /** Images of the audit part. */
    auditImages: integer().notNull().default(0),
    state: versionState().notNull().default("active"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique().on(t.testSetId, t.number)],
);
