import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { environmentWithoutSettings } from "../../env";
import { RungError } from "../../errors";
import { repository } from "./repository";
import { sourceFingerprint } from "./source-fingerprint";

/** Builds the site unless it is already built from exactly these sources. `next build` removes the previous build's mark. */
export async function buildSite(log: (line: string) => void, ending?: AbortSignal): Promise<void> {
  const mark = join(repository, ".next/rung-sources");
  const current = await sourceFingerprint(repository);
  const built = await readFile(mark, "utf8").catch(() => "");
  if (built === current && existsSync(join(repository, ".next/BUILD_ID"))) return;
  log("building the site; this takes a minute, once");
  const next = join(repository, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: repository,
    env: { ...environmentWithoutSettings(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", 2, 2],
    ...(ending && { signal: ending }),
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) {
    throw new RungError(
      "something_broke",
      "The site could not be built.",
      "The output of `next build` is above.",
    );
  }
  await writeFile(mark, current);
}
