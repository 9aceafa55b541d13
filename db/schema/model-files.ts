import { bigint, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Inspection } from "../../server/onnx/inspection-schema";

/** An uploaded model, named by the SHA-256 of its bytes. */
export const modelFiles = pgTable("model_files", {
  hash: text().primaryKey(),
  bytes: bigint({ mode: "number" }).notNull(),
  inspection: jsonb().$type<Inspection>(),
  /** When its bytes were last uploaded; a day later they are removed unless an upload or a submission needs them. */
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** When its bytes were removed, because only submissions that ended refused, failed or withdrawn name it; null: they are stored. */
  removedAt: timestamp({ withTimezone: true }),
});
