import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles the program that runs in the sandbox into `folder`; the native runtime stays outside the bundle. Returns its path. */
export async function buildChild(folder: string): Promise<string> {
  const outfile = join(folder, `child-${process.pid}.cjs`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL("./child.ts", import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["onnxruntime-node"],
    logLevel: "silent",
  });
  return outfile;
}
