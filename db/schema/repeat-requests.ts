import { pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import { submissions } from "./submissions";
import { users } from "./users";

/** The last time that a maintainer had the hidden evaluation of a submission repeated. What came of it is in `guarded.repeats`. */
export const repeatRequests = pgTable("repeat_requests", {
  submissionId: uuid()
    .primaryKey()
    .references(() => submissions.id),
  /** Who asked; null at the command line. */
  userId: uuid().references(() => users.id),
  requestedAt: timestamp({ withTimezone: true }).notNull(),
  endedAt: timestamp({ withTimezone: true }),
});
