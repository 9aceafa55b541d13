import { pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { plainCheck } from "./plain-check";

export const userRole = pgEnum("user_role", ["researcher", "maintainer"]);

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().defaultRandom(),
    name: text().notNull().unique(),
    email: text(),
    image: text(),
    role: userRole().notNull().default("researcher"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [plainCheck("user_name_is_plain", t.name)],
);
