import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Tried } from "../../server/evaluation/tried";
import { modelFiles } from "./model-files";
import { testSetVersions } from "./test-set-versions";

/**
 * What a model file answered to some images of an original version, with each setting that was tried: so each is tried once, whoever
 * submits it and how often.
 */
export const trials = pgTable(
  "trials",
  {
    modelHash: text()
      .notNull()
      .references(() => modelFiles.hash, { onDelete: "cascade" }),
    versionId: uuid()
      .notNull()
      .references(() => testSetVersions.id),
    /** Which pixels it was given: see `inputGeometryKey`. */
    geometry: text().notNull(),
    tried: jsonb().$type<Tried[]>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.modelHash, t.versionId, t.geometry] })],
);
