import { uuid } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { guarded } from "./guarded-schema";
import { testSetVersions } from "./test-set-versions";

/** Keyed digests of a version's images, by which an import detects that two versions share an image. */
export const versionImages = guarded.table("version_images", {
  versionId: uuid()
    .primaryKey()
    .references(() => testSetVersions.id),
  /** Concatenated 16-byte prefixes of the images' HMACs, sorted. */
  digests: bytea().notNull(),
});
