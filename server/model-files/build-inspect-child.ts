import { rename } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// node --import tsx build-inspect-child.ts OUTPUT: one file, so that an inspection starts in tens of milliseconds.
const output = process.argv[2]!;
const unfinished = `${output}.${process.pid}`;
await build({
  entryPoints: [fileURLToPath(new URL("inspect-child.ts", import.meta.url))],
  outfile: unfinished,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "error",
});
await rename(unfinished, output);
