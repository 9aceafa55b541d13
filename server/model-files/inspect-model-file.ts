import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { RungError } from "../errors";
import { type Inspection, inspectionSchema } from "../onnx/inspection-schema";

const run = promisify(execFile);
const heapMegabytes = 384;
const mostAnswerBytes = 1024 * 1024;
const bundles = new Map<string, Promise<string>>();

type InspectionOrder = {
  path: string;
  /** The benchmark's number of classes. */
  classes: number;
  /** A directory of ours where the child's program may be kept; without it every inspection compiles it anew. */
  workDir?: string;
  /** The checkout, in which the child's source and its packages are found. */
  root?: string;
  /** How long the inspection may take, 20 s unless told. */
  wallMs?: number;
};

/**
 * Inspects the model file at `path` in a process of its own, which ends with it, so that neither a large nor a hostile file can grow or stop
 * this one. Throws RungError `not_found` (no such file), `model_refused` (the inspection ran past `wallMs` or its 384 MB of memory) and
 * `something_broke` (the inspector itself failed).
 */
export async function inspectModelFile(order: InspectionOrder): Promise<Inspection> {
  const { path, classes, workDir, root = process.cwd(), wallMs = 20_000 } = order;
  const program = workDir
    ? [await bundledChild(root, workDir)]
    : ["--import", "tsx", sourceFile(root, "inspect-child.ts")];
  const options = [`--max-old-space-size=${heapMegabytes}`, ...program, String(classes), path];
  try {
    const { stdout } = await run(process.execPath, options, {
      cwd: root,
      env: { NODE_ENV: "production" },
      timeout: wallMs,
      killSignal: "SIGKILL",
      maxBuffer: mostAnswerBytes,
    });
    return inspectionSchema.parse(JSON.parse(stdout));
  } catch (error) {
    throw explained(error);
  }
}

function sourceFile(root: string, name: string): string {
  return join(root, "server", "model-files", name);
}

/** The child as one file, written once by each process that inspects: never older than its source. */
function bundledChild(root: string, workDir: string): Promise<string> {
  const output = join(workDir, "inspect-child.mjs");
  const known = bundles.get(output);
  if (known) return known;
  const bundle = bundleChild(root, workDir, output);
  bundles.set(output, bundle);
  bundle.catch(() => bundles.delete(output));
  return bundle;
}

async function bundleChild(root: string, workDir: string, output: string): Promise<string> {
  await mkdir(workDir, { recursive: true });
  const builder = sourceFile(root, "build-inspect-child.ts");
  await run(process.execPath, ["--import", "tsx", builder, output], {
    cwd: root,
    env: { NODE_ENV: "production" },
  });
  return output;
}

function explained(error: unknown): RungError {
  const {
    stderr = "",
    killed = false,
    signal = null,
  } = error as { stderr?: string; killed?: boolean; signal?: string | null };
  if (stderr.includes("ENOENT"))
    return new RungError("not_found", "The model file is not there any more.", "Upload it again.", {
      cause: error,
    });
  if (killed || signal !== null || stderr.includes("heap out of memory"))
    return new RungError(
      "model_refused",
      "The model file could not be inspected within the time and memory set apart for it.",
      "Its structure is far larger than an image classifier's. Export it again with a current exporter and its weights in raw_data.",
      { cause: error },
    );
  return new RungError(
    "something_broke",
    "The model file could not be inspected.",
    "Try again; nothing was counted.",
    {
      cause: error,
    },
  );
}
