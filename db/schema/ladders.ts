import { index, jsonb, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { LadderState } from "../../server/release/ladder-state";
import { bytea } from "./bytea";
import { guarded } from "./guarded-schema";
import { pools } from "./pools";
import { teams } from "./teams";

export const ladderScope = guarded.enum("ladder_scope", ["team", "global"]);

/** The state of one scope on one pool; the global ladder has no team. */
export const ladders = guarded.table(
  "ladders",
  {
    id: uuid().primaryKey().defaultRandom(),
    poolId: uuid()
      .notNull()
      .references(() => pools.id),
    scope: ladderScope().notNull(),
    teamId: uuid().references(() => teams.id),
    state: jsonb().$type<LadderState>().notNull(),
    /** Bits of the last released submission, 1 = wrong. */
    baseline: bytea(),
    /** The submission that is the baseline. */
    baselineSubmissionId: text(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique().on(t.poolId, t.scope, t.teamId).nullsNotDistinct(),
    index().on(t.poolId, t.scope, t.updatedAt, t.teamId),
  ],
);
