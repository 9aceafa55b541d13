import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { submissions } from "./submissions";
import { users } from "./users";

/** What maintainers asked workers to void: the web's role may not see whether there is evidence, nor move a ladder. */
export const voidRequests = pgTable("void_requests", {
  submissionId: uuid()
    .primaryKey()
    .references(() => submissions.id),
  userId: uuid()
    .notNull()
    .references(() => users.id),
  reason: text().notNull(),
  requestedAt: timestamp({ withTimezone: true }).notNull(),
  /** Why it was not voided. */
  refusal: text(),
});
