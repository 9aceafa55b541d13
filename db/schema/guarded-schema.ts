import { pgSchema } from "drizzle-orm/pg-core";

/** Exact counts, predictions, labels' digests and everything else that the web role may never read. */
export const guarded = pgSchema("guarded");
