import { doublePrecision, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { metric } from "./scores";
import { testSetVersions } from "./test-set-versions";

/**
 * Fits that rest on answers to hidden images, each computed once: what a fit of the same references on the same version tells is
 * told already, and stays on the meter when the references change.
 */
export const hiddenIntervals = pgTable(
  "hidden_intervals",
  {
    versionId: uuid()
      .notNull()
      .references(() => testSetVersions.id),
    metric: metric().notNull(),
    scale: text().$type<"linear" | "logit" | "probit">().notNull(),
    /** The digest of the fit: `fitBasis`. */
    basis: text().notNull(),
    result: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What its intervals told at most. */
    bits: doublePrecision().notNull(),
    computedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.metric, t.scale, t.basis] })],
);
