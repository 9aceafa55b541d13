import { index, jsonb, timestamp, uuid } from "drizzle-orm/pg-core";
import type { RepeatOutcome } from "../../server/release/repeat-outcome";
import { guarded } from "./guarded-schema";
import { submissions } from "./submissions";

/** A repeated hidden evaluation, compared with the one that was decided on. It changes nothing, whatever came out. */
export const repeats = guarded.table(
  "repeats",
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    outcome: jsonb().$type<RepeatOutcome>().notNull(),
    endedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.submissionId)],
);
