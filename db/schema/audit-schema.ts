import { pgSchema } from "drizzle-orm/pg-core";

/** The append-only log: rows are added through one function and never change. */
export const audit = pgSchema("audit");
