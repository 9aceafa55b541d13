import { bigint, text } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { guarded } from "./guarded-schema";

/** The secret fields of a log line and the salt of its commitment. */
export const auditSecrets = guarded.table("audit_secrets", {
  lineId: bigint({ mode: "number" }).primaryKey(),
  salt: bytea().notNull(),
  secret: text().notNull(),
});
