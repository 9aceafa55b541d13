import { integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ScaleName } from "../../server/statistics/scale";
import { plainCheck } from "./plain-check";

export const benchmarks = pgTable(
  "benchmarks",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** Class names in index order. */
    classes: jsonb().$type<string[]>().notNull(),
    /** The WordNet synset of each class, such as `n01440764`; null where classes are none. */
    synsets: jsonb().$type<string[]>(),
    /** `[channels, height, width]`, the size that a model's input defaults to. */
    inputSize: jsonb().$type<[number, number, number]>().notNull(),
    /** Submissions of one team in any 24 hours. */
    perDay: integer().notNull().default(2),
    /** Submissions of one team in total; null: what the pool allows. */
    lifetime: integer(),
    /** The longest window of a hidden evaluation, ms: a model that needs a longer one fails on the original set. */
    maxWindowMs: integer()
      .notNull()
      .default(12 * 3_600_000),
    /** On which scale the verdict and the marks are judged, whatever scale is drawn. */
    judgedScale: text().$type<ScaleName>().notNull().default("logit"),
    position: integer().notNull().default(0),
    /** Increases with every change of what is shown; views are cached by it. */
    revision: integer().notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [plainCheck("benchmark_name_is_plain", t.name)],
);
