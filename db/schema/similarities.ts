import { sql } from "drizzle-orm";
import { boolean, doublePrecision, index, integer, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { benchmarks } from "./benchmarks";
import { guarded } from "./guarded-schema";
import { submissions } from "./submissions";
import { teams } from "./teams";
import { testSetVersions } from "./test-set-versions";

/** Two submissions whose models are the same, or nearly: the later one with an earlier one. */
export const similarities = guarded.table(
  "similarities",
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    otherId: uuid()
      .notNull()
      .references(() => submissions.id),
    benchmarkId: uuid()
      .notNull()
      .references(() => benchmarks.id),
    versionId: uuid()
      .notNull()
      .references(() => testSetVersions.id),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    otherTeamId: uuid()
      .notNull()
      .references(() => teams.id),
    sameModel: boolean().notNull(),
    samePredictions: boolean().notNull(),
    images: integer().notNull(),
    /** Images that both get right or both get wrong. */
    agreeing: integer().notNull(),
    /** Share of agreeing images expected from the two accuracies alone. */
    expected: doublePrecision().notNull(),
    /** Agreement above chance, at most 1 (Cohen's kappa of the errors). */
    kappa: doublePrecision().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.otherId, t.versionId] }),
    index().on(t.benchmarkId, t.at, t.submissionId, t.otherId),
    index("similarities_between_teams")
      .on(t.benchmarkId, t.at, t.submissionId, t.otherId)
      .where(sql`${t.teamId} <> ${t.otherTeamId}`),
    index().on(t.otherId),
  ],
);
