import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { cacheFile } from "./cache-file";

/** Bundles the sandboxed program into `folder`; the native runtime stays outside the bundle. Returns its path. */
export async function buildChild(folder: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./child.ts", import.meta.url))],
    write: false,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["onnxruntime-node"],
    logLevel: "silent",
  });
  return cacheFile(folder, "child.cjs", outputFiles[0]!.contents);
}
