import type { TestSetRole } from "../../db/schema/test-sets";
import type { Policy } from "../release/policy";
import type { TestSetSource } from "../test-set-store/sources/read-test-set-source";

export interface TestSetInput {
  benchmark: string;
  name: string;
  role: TestSetRole;
  source: TestSetSource;
  labelsPath?: string | undefined;
  description?: string;
  policy?: Policy | undefined;
  /** Share of the images for the audit part; by default 0.2 of a hidden set of 10,000 images or more, else none. */
  auditFraction?: number | undefined;
  pool?: string | undefined;
  /** Of a new pool: the bias, a fraction, up to which unknown teams have first releases without a maintainer; 0.02 by default. */
  teamBias?: number | undefined;
  primary?: boolean | undefined;
  /** Why images that are nearly public, or nearly those of another pool, are hidden all the same. */
  insist?: string | undefined;
}
