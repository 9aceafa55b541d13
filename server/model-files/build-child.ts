import { build } from "esbuild";

// node --import tsx build-child.ts SOURCE: writes the child as one program to standard output, so that it starts in tens of
// milliseconds.
const { outputFiles } = await build({
  entryPoints: [process.argv[2]!],
  write: false,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "error",
});
process.stdout.write(outputFiles[0]!.contents);
