import type { Database } from "../../db/client";
import { RungError } from "../errors";
import { evaluableVersions } from "../test-sets/evaluable-versions";

/** Throws `bad_input` for a benchmark without images on this site. */
export async function requireEvaluable(db: Database, benchmark: { id: string; name: string }): Promise<void> {
  const versions = await evaluableVersions(db, benchmark.id);
  if (versions.some((version) => version.testSet.role === "original")) return;
  throw new RungError(
    "bad_input",
    `${benchmark.name} shows published results only: this site has no images for it, so nothing can be scored.`,
    "Choose a benchmark that accepts submissions.",
  );
}
