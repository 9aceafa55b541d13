import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// node --import tsx build-inspect-child.ts: writes the child as one program to standard output, so that an inspection starts in
// tens of milliseconds.
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("inspect-child.ts", import.meta.url))],
  write: false,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "error",
});
process.stdout.write(outputFiles[0]!.contents);
