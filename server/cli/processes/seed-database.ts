import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { repository } from "./repository";

export interface SeedInput {
  ownerUrl: string;
  workerUrl: string;
  dataDir: string;
  log: (line: string) => void;
}

/** Puts the first benchmarks into an empty database; leaves one with benchmarks alone. */
export async function seedDatabase(input: SeedInput): Promise<void> {
  const path = join(repository, "db/seed/seed.ts");
  if (!existsSync(path)) return;
  const { seed } = (await import(pathToFileURL(path).href)) as { seed: (input: SeedInput) => Promise<void> };
  await seed(input);
}
