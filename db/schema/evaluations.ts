import { doublePrecision, index, integer, jsonb, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { Metric } from "../../server/evaluation/metric";
import { bytea } from "./bytea";
import { guarded } from "./guarded-schema";
import { submissions } from "./submissions";
import { testSetVersions } from "./test-set-versions";

/** What ran: execution provider, threads, runtime version, sandbox. */
export interface Ran {
  device: string;
  threads: number;
  runtime: string;
  sandbox: string;
  elapsedMs: number;
  /** What decides the last bits of a score: see `deviceClass`. Images a run are part of it. Absent before they were noted. */
  deviceClass?: string;
  batch?: number;
  /** One image a run, because its answers depend on the neighbours. */
  alone?: boolean;
}

/** Right images, one column per metric; null if the benchmark has too few classes for it. */
const counts = { top1: integer().notNull(), top5: integer() } satisfies Record<Metric, unknown>;

/** The exact outcome of a submission on one part of one version. */
export const evaluations = guarded.table(
  "evaluations",
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    versionId: uuid()
      .notNull()
      .references(() => testSetVersions.id),
    part: text().$type<"all" | "guarded" | "audit">().notNull(),
    total: integer().notNull(),
    ...counts,
    /** One bit per image of the part, 1 = wrong, packed as `BitVector`. */
    wrong: bytea().notNull(),
    /** One predicted class per image, little-endian int16; -1 if there was no answer. */
    predictions: bytea().notNull(),
    /** Images of the part on which the model died, slept or took too long; null before that was counted. */
    unanswered: integer(),
    /** Processor time of the model on the part's images, ms of all threads; null before that was measured. */
    cpuMs: doublePrecision(),
    /** The most that one chunk of images took of it, ms. */
    largestChunkMs: doublePrecision(),
    ran: jsonb().$type<Ran>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique().on(t.submissionId, t.versionId, t.part), index().on(t.versionId)],
);
