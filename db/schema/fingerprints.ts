import { bigint, index, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { guarded } from "./guarded-schema";
import { submissions } from "./submissions";
import { testSetVersions } from "./test-set-versions";

/** Keys by which a submission's predictions can be found among all others. */
export const fingerprints = guarded.table(
  "fingerprints",
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    versionId: uuid()
      .notNull()
      .references(() => testSetVersions.id),
    /** SHA-256 of the predicted classes. */
    predictions: bytea().notNull(),
    /** MinHash bands of the wrong images; null if an earlier submission had the same predictions. */
    bands: bigint({ mode: "number" }).array(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.versionId] }),
    index().on(t.versionId, t.predictions, t.createdAt),
    index().using("gin", t.bands),
  ],
);
