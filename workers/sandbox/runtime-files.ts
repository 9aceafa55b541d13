import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type Provider = "cpu" | "cuda" | "webgpu";

/** A file or folder on this machine and its path inside the sandbox. Everything but `device` nodes is read-only. */
export interface Binding {
  from: string;
  to: string;
  device?: true;
}

/** Where the bundled program finds the runtime, as Node resolves it from `/runtime/child.cjs`. */
const INSIDE = "/runtime/node_modules";
const LIBRARY_LISTER = "ldd";
const COMMON = "/onnxruntime-common";
const GRAPHICS_FOLDERS = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local", "/usr/share/vulkan"];
const GRAPHICS_FILES = ["/etc/ld.so.cache", "/etc/vulkan", "/sys"];

/** Folders of the two packages that make up the runtime, and its version. */
export function runtimePackages() {
  const require = createRequire(import.meta.url);
  const node = dirname(require.resolve("onnxruntime-node/package.json"));
  const entry = createRequire(join(node, "package.json")).resolve("onnxruntime-common");
  const common = entry.slice(0, entry.lastIndexOf(COMMON) + COMMON.length);
  const { version } = JSON.parse(readFileSync(join(node, "package.json"), "utf8")) as { version: string };
  return { node, common, version };
}

const same = (from: string): Binding => ({ from, to: from });

const known = new Map<Provider, Binding[]>();

/** All that a child may see besides its program and its model: Node, the runtime, their libraries, a GPU's device nodes. */
export function runtimeFiles(provider: Provider): Binding[] {
  const files = known.get(provider) ?? findRuntimeFiles(provider);
  known.set(provider, files);
  return files;
}

function findRuntimeFiles(provider: Provider): Binding[] {
  const { node, common } = runtimePackages();
  return [
    same(process.execPath),
    { from: node, to: `${INSIDE}/onnxruntime-node` },
    { from: common, to: `${INSIDE}/onnxruntime-common` },
    // Debian's own Node has parts of its library there.
    ...["/usr/share/nodejs"].filter((path) => existsSync(path)).map(same),
    ...(provider === "cpu"
      ? librariesOf([process.execPath, nativeBinding(node)]).map(same)
      : graphicsFiles()),
  ];
}

function nativeBinding(node: string): string {
  return join(node, "bin", "napi-v6", process.platform, process.arch, "onnxruntime_binding.node");
}

/** Shared libraries as listed by the dynamic loader, in lines such as `libm.so.6 => /lib/libm.so.6 (0x7f..)`. */
function librariesOf(programs: string[]): string[] {
  const { node } = runtimePackages();
  const found = new Set<string>();
  for (const program of programs) {
    const lines = execFileSync(LIBRARY_LISTER, [program], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    for (const match of lines.matchAll(/(?:=>\s*|^\s*)(\/\S+)\s+\(0x/gm)) found.add(match[1]!);
  }
  return [...found].filter((library) => !library.startsWith(node));
}

function graphicsFiles(): Binding[] {
  const places = [...GRAPHICS_FOLDERS, ...GRAPHICS_FILES, ...(process.env.LD_LIBRARY_PATH ?? "").split(":")];
  const readable = places.filter((path) => existsSync(path));
  const nodes = readdirSync("/dev").filter((name) => name.startsWith("nvidia") || name === "dri");
  return [
    ...readable.map(same),
    ...nodes.map((name) => ({ ...same(`/dev/${name}`), device: true as const })),
  ];
}
