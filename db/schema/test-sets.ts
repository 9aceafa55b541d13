import { sql } from "drizzle-orm";
import { check, integer, pgEnum, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { benchmarks } from "./benchmarks";
import { plainCheck } from "./plain-check";
import { pools } from "./pools";

export const testSetRole = pgEnum("test_set_role", ["original", "hidden", "public"]);

export type TestSetRole = (typeof testSetRole.enumValues)[number];

/** A named test set of a benchmark. It may have only reference results, without any version that can be evaluated. */
export const testSets = pgTable(
  "test_sets",
  {
    id: uuid().primaryKey().defaultRandom(),
    benchmarkId: uuid()
      .notNull()
      .references(() => benchmarks.id),
    name: text().notNull(),
    role: testSetRole().notNull(),
    description: text().notNull().default(""),
    /** The pool of a hidden test set that can be evaluated. */
    poolId: uuid().references(() => pools.id),
    /** When it is its pool's primary test set: the one whose top-1 count decides. */
    primarySince: timestamp({ withTimezone: true }),
    position: integer().notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique().on(t.benchmarkId, t.name),
    plainCheck("test_set_name_is_plain", t.name),
    check(
      "only_hidden_in_pools",
      sql`${t.role} = 'hidden' or (${t.poolId} is null and ${t.primarySince} is null)`,
    ),
  ],
);
