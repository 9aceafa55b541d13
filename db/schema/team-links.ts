import { index, integer, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { benchmarks } from "./benchmarks";
import { guarded } from "./guarded-schema";
import { teams } from "./teams";

/** How often two teams' models were found to be similar on a benchmark; `first` has the smaller id. */
export const teamLinks = guarded.table(
  "team_links",
  {
    benchmarkId: uuid()
      .notNull()
      .references(() => benchmarks.id),
    firstTeamId: uuid()
      .notNull()
      .references(() => teams.id),
    secondTeamId: uuid()
      .notNull()
      .references(() => teams.id),
    pairs: integer().notNull(),
    sameModel: integer().notNull(),
    samePredictions: integer().notNull(),
    lastAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.benchmarkId, t.firstTeamId, t.secondTeamId] }),
    index("team_links_pairs").on(t.benchmarkId, t.pairs, t.firstTeamId, t.secondTeamId),
  ],
);
