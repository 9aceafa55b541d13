import { bigint, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ladderScope } from "./ladders";
import { pools } from "./pools";
import { decision } from "./submissions";

/**
 * How many decisions there were, counted by a trigger on `decisions`, so that meters need not count a million rows. Public, as
 * each decision and the rungs are; spent budgets outlive merges and disqualifications here.
 */
export const decisionCounts = pgTable(
  "decision_counts",
  {
    poolId: uuid()
      .notNull()
      .references(() => pools.id),
    scope: ladderScope().notNull(),
    decision: decision().notNull(),
    /** The loss of the rung that a climb began from, such as "23/100"; `none` for a first release or a hold. */
    rung: text().notNull(),
    decisions: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.poolId, t.scope, t.decision, t.rung] })],
);
