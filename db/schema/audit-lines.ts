import { sql } from "drizzle-orm";
import { bigint, index, jsonb, text, timestamp } from "drizzle-orm/pg-core";
import { audit } from "./audit-schema";
import { bytea } from "./bytea";

/** One line of the log: `hash = SHA-256(previous hash || public JSON || commitment)`. */
export const auditLines = audit.table(
  "lines",
  {
    id: bigint({ mode: "number" }).primaryKey(),
    at: timestamp({ withTimezone: true }).notNull(),
    kind: text().notNull(),
    /** RFC 8785 text of the public fields, as hashed. */
    public: text().notNull(),
    fields: jsonb().$type<Record<string, unknown>>().notNull(),
    commitment: bytea().notNull(),
    hash: bytea().notNull(),
  },
  (t) => [
    index().on(t.kind, t.id),
    index().on(t.kind, t.at),
    index("lines_submission_index").on(sql`(${t.fields}->>'submission')`, t.id),
  ],
);
