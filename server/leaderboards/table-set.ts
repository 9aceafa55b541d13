import type { TestSetRole } from "../../db/schema/test-sets";

/**
 * A test set of a table; `versionId` is the version whose scores count, with its images, null where only published results
 * exist. `decidedBy` is the version of its pool's primary test set, whose top-1 comes with every climb.
 */
export interface TableSet {
  id: string;
  name: string;
  role: TestSetRole;
  versionId: string | null;
  images: number | null;
  decidedBy: string | null;
}
