import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Preprocessing } from "../../server/evaluation/preprocessing";
import type { RunLog } from "../../server/evaluation/run-log-schema";
import type { Problem } from "../../server/problems/problem-schema";
import { benchmarks } from "./benchmarks";
import { modelFiles } from "./model-files";
import { plainCheck, webAddressCheck } from "./plain-check";
import { teams } from "./teams";
import { training } from "./training";
import { users } from "./users";

export const submissionState = pgEnum("submission_state", [
  "inspecting",
  "refused",
  "queued",
  "evaluating",
  "waiting-for-you",
  "awaiting-approval",
  "scored",
  "failed",
  "withdrawn",
  "voided",
  "disqualified",
]);
export const decision = pgEnum("decision", ["climbed", "held"]);
export const submissionKind = pgEnum("submission_kind", ["entry", "reference"]);

/** What happened, explained to the submitter. */
export interface Explanation {
  code: string;
  message: string;
  hint: string;
  /** One by one, where it names several. */
  problems?: Problem[];
}

/** Why a submission waits for its team; `better` where another preprocessing suits it clearly better. */
export interface Advice extends Explanation {
  better?: {
    preprocessing: Preprocessing;
    /** of so many original images, right so, and right as declared */
    images: number;
    correct: number;
    declared: number;
  };
}

/** A model submitted to a benchmark. Everything here may be public: exact hidden counts are in `guarded.evaluations`. */
export const submissions = pgTable(
  "submissions",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The order of submission. */
    sequence: bigserial({ mode: "number" }).notNull(),
    benchmarkId: uuid()
      .notNull()
      .references(() => benchmarks.id),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    userId: uuid().references(() => users.id),
    /** What the user's program called the request: sent again, it is answered with this submission. */
    idempotencyKey: text(),
    kind: submissionKind().notNull().default("entry"),
    name: text().notNull(),
    modelHash: text()
      .notNull()
      .references(() => modelFiles.hash),
    preprocessing: jsonb().$type<Preprocessing>().notNull(),
    /** The gain that it asks for, in whole steps; a first release ignores it. */
    atLeast: integer().notNull().default(1),
    links: jsonb().$type<{ paper?: string; code?: string }>().notNull().default({}),
    training: training(),
    /** Of a reference only: an entry that chose its family would choose the line that it is judged by. */
    family: text(),
    state: submissionState().notNull(),
    /** Its team wants to be asked before the hidden part. */
    asks: boolean().notNull().default(false),
    /** The accuracy that its team expects on the original test set, a fraction; missed, the team is asked too. */
    expectedOriginal: doublePrecision(),
    /** Why it waits for its team, and what to do. */
    advice: jsonb().$type<Advice>(),
    /** Its team goes on with the preprocessing that it declared, whatever a check found. */
    asDeclared: boolean().notNull().default(false),
    /** How it ran on original images, for its team. */
    runLog: jsonb().$type<RunLog>(),
    /** Until when it waits for its team. */
    goOnBy: timestamp({ withTimezone: true }),
    /** When its hidden part was spent: it then counts against the quota, unless it is withdrawn before its evaluation begins. */
    spentAt: timestamp({ withTimezone: true }),
    /** The order of spending, in which ladders step: drawn from the sequence of submissions. */
    spendOrder: bigint({ mode: "number" }),
    /** The submission whose model it judges again after a correction. */
    reJudgesId: uuid().references((): AnyPgColumn => submissions.id),
    /** Why it was refused, failed, withdrawn by the site, voided or disqualified. */
    explanation: jsonb().$type<Explanation>(),
    decision: decision(),
    /** The versions of test sets that it was decided on, sorted. */
    versionIds: jsonb().$type<string[]>(),
    /** The device class that it was evaluated on; null before they were noted. */
    deviceClass: text(),
    submittedAt: timestamp({ withTimezone: true }).notNull(),
    /** When its original part was claimed; null again where a trial stopped it before that. */
    claimedAt: timestamp({ withTimezone: true }),
    /** Progress on the original test sets, in images. */
    originalDone: integer().notNull().default(0),
    originalTotal: integer().notNull().default(0),
    /** Its place in its team's turns at the slot for original parts: how many of the team's were before it. */
    turn: integer().notNull().default(0),
    /** Processor time that the model took on original test sets, ms, whatever became of it; null before that was stored. */
    originalCpuMs: doublePrecision(),
    /** When the hidden evaluation was claimed: from then on it can no longer be withdrawn. */
    hiddenClaimedAt: timestamp({ withTimezone: true }),
    /** The end of the first window at which the hidden result may appear, fixed at the claim: the next ones are as long. */
    hiddenDueAt: timestamp({ withTimezone: true }),
    /** Since when its hidden evaluation waits for a maintainer, because the machine failed it. */
    parkedAt: timestamp({ withTimezone: true }),
    /** At the end of which window after the claim the hidden result appeared, or that it was not there at the last one. */
    windows: integer(),
    endedAt: timestamp({ withTimezone: true }),
    /** When a maintainer approved its first release, if the pool's budget was used up. */
    approvedAt: timestamp({ withTimezone: true }),
    /** When others made room for the first release while it waited, so that it was checked again. */
    checkedAgainAt: timestamp({ withTimezone: true }),
    verifiedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.benchmarkId, t.state, t.submittedAt, t.sequence),
    index().on(t.benchmarkId, t.decision, t.submittedAt, t.sequence),
    index().on(t.benchmarkId, t.submittedAt, t.sequence),
    index().on(t.teamId, t.benchmarkId, t.submittedAt),
    index().on(t.submittedAt, t.sequence),
    index().on(t.modelHash),
    index().on(t.userId),
    index().on(t.sequence),
    uniqueIndex().on(t.userId, t.idempotencyKey).where(sql`idempotency_key is not null`),
    index("submissions_waiting_for_team").on(t.goOnBy).where(sql`go_on_by is not null`),
    plainCheck("submission_name_is_plain", t.name),
    check("only_references_have_a_family", sql`${t.family} is null or ${t.kind} = 'reference'`),
    webAddressCheck("paper_is_a_web_address", sql`${t.links}->>'paper'`),
    webAddressCheck("code_is_a_web_address", sql`${t.links}->>'code'`),
    index("submissions_awaiting_approval").on(t.hiddenDueAt).where(sql`state = 'awaiting-approval'`),
  ],
);
