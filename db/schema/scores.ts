import {
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { metrics } from "../../server/evaluation/metric";
import { submissions } from "./submissions";
import { testSetVersions } from "./test-set-versions";

export const metric = pgEnum("metric", metrics);
export const scoreKind = pgEnum("score_kind", ["exact", "released"]);

/** A submission's public scores: exact on original test sets, released on hidden ones. The only scores that pages read. */
export const scores = pgTable(
  "scores",
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    versionId: uuid()
      .notNull()
      .references(() => testSetVersions.id),
    metric: metric().notNull(),
    kind: scoreKind().notNull(),
    /** Null for a rounded release, which must not reveal the exact count. */
    correct: integer(),
    total: integer().notNull(),
    accuracy: doublePrecision().notNull(),
    lower: doublePrecision().notNull(),
    upper: doublePrecision().notNull(),
    releasedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.versionId, t.metric] }),
    index().on(t.versionId, t.kind, t.metric),
  ],
);
