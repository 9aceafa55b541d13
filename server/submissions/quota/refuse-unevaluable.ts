import type { Database } from "../../../db/client";
import { RungError } from "../../errors";
import { evaluableVersions } from "../../test-sets/evaluable-versions";

/** Why nothing can be submitted to a benchmark without images on this site; null for any other. */
export async function refuseUnevaluable(
  db: Database,
  benchmark: { id: string; name: string },
): Promise<RungError | null> {
  const versions = await evaluableVersions(db, benchmark.id);
  if (versions.some((version) => version.testSet.role === "original")) return null;
  return new RungError(
    "bad_input",
    `${benchmark.name} shows published results only: this site has no images for it, so nothing can be scored.`,
    "Choose a benchmark that accepts submissions.",
  );
}
