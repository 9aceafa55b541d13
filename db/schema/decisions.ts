import { index, jsonb, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { LadderState } from "../../server/release/ladder-state";
import type { MachineEvidence } from "../../server/release/machine-evidence";
import { bytea } from "./bytea";
import { guarded } from "./guarded-schema";
import { ladderScope } from "./ladders";
import { pools } from "./pools";
import { decision, submissions } from "./submissions";

/** One release decision, with what only maintainers may see: d, D, noise, threshold, state before and after. */
export const decisions = guarded.table(
  "decisions",
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    poolId: uuid()
      .notNull()
      .references(() => pools.id),
    scope: ladderScope().notNull(),
    decision: decision().notNull(),
    trace: jsonb().$type<Record<string, unknown>>().notNull(),
    before: jsonb().$type<LadderState>().notNull(),
    after: jsonb().$type<LadderState>().notNull(),
    /** The baseline before a climb, its bits and its submission; null for a first release, and before these were stored. */
    baselineBefore: bytea(),
    baselineSubmissionBefore: text(),
    /** What shows that the machine failed the submission, as the log says it. */
    evidence: jsonb().$type<MachineEvidence[]>().notNull().default([]),
    decidedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.poolId, t.scope] }),
    index().on(t.poolId, t.scope, t.decidedAt),
  ],
);
