import { doublePrecision, integer, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { Policy } from "../../server/release/policy";
import { benchmarks } from "./benchmarks";

/** All versions of hidden test sets that share any image: budgets and ladders belong here. */
export const pools = pgTable(
  "pools",
  {
    id: uuid().primaryKey().defaultRandom(),
    benchmarkId: uuid()
      .notNull()
      .references(() => benchmarks.id),
    name: text().notNull(),
    policy: jsonb().$type<Policy>().notNull(),
    /** Submissions of one team in total. */
    lifetime: integer().notNull(),
    /** First releases to new teams before a maintainer must approve them. */
    firstReleaseBudget: integer().notNull(),
    /** The bias, a fraction, up to which teams that nobody vouches for have first releases without a maintainer. */
    teamBias: doublePrecision().notNull().default(0.02),
    /** On what its hidden evaluations run, from the first one on: see `deviceClass`. */
    deviceClass: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    retiredAt: timestamp({ withTimezone: true }),
  },
  (t) => [unique().on(t.benchmarkId, t.name)],
);
