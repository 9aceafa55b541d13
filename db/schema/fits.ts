import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { metric } from "./scores";
import { testSets } from "./test-sets";

/** A stored fit: computed when a release or an import changes the data, never while a page waits. */
export const fits = pgTable(
  "fits",
  {
    testSetId: uuid()
      .notNull()
      .references(() => testSets.id),
    metric: metric().notNull(),
    scale: text().$type<"linear" | "logit" | "probit">().notNull(),
    /** The points fitted: `reference`, or `climbed` for the references and the climbed entries. */
    points: text().$type<"reference" | "climbed">().notNull(),
    /** Digest of the points fitted, which shows whether a fit is stale. */
    basis: text().notNull(),
    result: jsonb().$type<Record<string, unknown>>().notNull(),
    computedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.testSetId, t.metric, t.scale, t.points] })],
);
