import { integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { guarded } from "./guarded-schema";
import { submissions } from "./submissions";

/** How a submission's hidden evaluation went, machine and model. Secret until the result appears. */
export const hiddenRuns = guarded.table("hidden_runs", {
  submissionId: uuid()
    .primaryKey()
    .references(() => submissions.id),
  /** Workers that took it up and did not record it yet: all but the last were lost. */
  attempts: integer().notNull().default(0),
  /** The end of a window at which the recorded result may appear. */
  readyAt: timestamp({ withTimezone: true }),
  /** Windows from the claim to then, and those of them that were not planned: see `resultTime`. */
  windows: integer().notNull().default(1),
  windowsBeyond: integer().notNull().default(0),
  /** Why every image counts as wrong; null where they do not. */
  forfeited: text().$type<"lost" | "time">(),
  /** Why it waits for a maintainer, or did: too few processors, lost workers, another device class than its pool's. */
  parkedFor: text().$type<"processors" | "workers" | "device">(),
});
