import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fetchTimmResults } from "../../references/fetch-timm-results";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { UsageError } from "../usage-error";

/**
 * `rung reference fetch timm`: downloads timm's two files of published ImageNet and ImageNetV2 results into a folder, ready for
 * `reference import --format timm`, and prints `{"files"}`. `--from` names a mirror.
 */
export async function referenceFetch(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { into: { type: "string", default: "." }, from: { type: "string" } },
  });
  if (positionals.length !== 1 || positionals[0] !== "timm") throw new UsageError("Say what to fetch: timm.");
  const fetched = await fetchTimmResults(values.from);
  const folder = inPlace(values.into);
  await mkdir(folder, { recursive: true });
  const files = [];
  for (const { name, text } of fetched) {
    await writeFile(join(folder, name), text);
    files.push(join(folder, name));
  }
  io.stdout(`${JSON.stringify({ files })}\n`);
  return 0;
}
