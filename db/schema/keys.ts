import { text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { guarded } from "./guarded-schema";

/** Secret keys of this installation: `digest` keys the digests of images, `shapes` draws the seeded hidden set. */
export const keys = guarded.table("keys", {
  name: text().primaryKey(),
  key: bytea().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
