import { bigint, index, text, uuid } from "drizzle-orm/pg-core";
import { audit } from "./audit-schema";
import { bytea } from "./bytea";
import { pools } from "./pools";

/** The secret parts of a closed pool's decisions, and the bits that they were made on, for everyone to replay. */
export const publishedSecrets = audit.table(
  "published_secrets",
  {
    lineId: bigint({ mode: "number" }).primaryKey(),
    poolId: uuid()
      .notNull()
      .references(() => pools.id),
    salt: bytea().notNull(),
    secret: text().notNull(),
    /** One bit an image of the primary test set's guarded part, 1 = wrong, packed as `BitVector`. */
    wrong: bytea().notNull(),
  },
  (t) => [index().on(t.poolId, t.lineId)],
);
