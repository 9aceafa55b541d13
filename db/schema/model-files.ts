import { bigint, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Inspection } from "../../server/onnx/inspection-schema";

/** An uploaded model, named by the SHA-256 of its bytes. */
export const modelFiles = pgTable("model_files", {
  hash: text().primaryKey(),
  bytes: bigint({ mode: "number" }).notNull(),
  inspection: jsonb().$type<Inspection>(),
  /** When its bytes were last uploaded; a day later it is swept unless it has a submission. */
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
