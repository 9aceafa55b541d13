import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { RungError } from "../errors";
import { type Inspection, inspectionSchema } from "../onnx/inspection-schema";

const run = promisify(execFile);
const heapMegabytes = 384;
const mostAnswerBytes = 1024 * 1024;
const mostProgramBytes = 16 * 1024 * 1024;
const programs = new Map<string, Promise<string>>();

type InspectionOrder = {
  path: string;
  /** The benchmark's number of classes. */
  classes: number;
  /** The checkout, where the child's source and its packages are. */
  root?: string;
  /** How long the inspection may take; 20 s by default. */
  wallMs?: number;
};

/**
 * Inspects the model file at `path` in a process of its own, so that neither a large nor a hostile file can bloat or stop this
 * one. Throws RungError `not_found` (no such file), `model_refused` (the inspection exceeded `wallMs` or its 384 MB of memory)
 * and `something_broke` (the inspector itself failed).
 */
export async function inspectModelFile(order: InspectionOrder): Promise<Inspection> {
  const { path, classes, root = process.cwd(), wallMs = 20_000 } = order;
  const program = await programOf(root);
  const options = [
    `--max-old-space-size=${heapMegabytes}`,
    "--input-type=module",
    "-",
    String(classes),
    path,
  ];
  try {
    const running = run(process.execPath, options, {
      cwd: root,
      env: { NODE_ENV: "production" },
      timeout: wallMs,
      killSignal: "SIGKILL",
      maxBuffer: mostAnswerBytes,
    });
    // A child that ends before it has read its whole program reports why itself.
    running.child.stdin!.on("error", () => {}).end(program);
    const { stdout } = await running;
    return inspectionSchema.parse(JSON.parse(stdout));
  } catch (error) {
    throw explained(error);
  }
}

/** The child as one program, compiled once per inspecting process and never written to a file, which others might change. */
function programOf(root: string): Promise<string> {
  const known = programs.get(root);
  if (known) return known;
  const program = compile(root);
  programs.set(root, program);
  program.catch(() => programs.delete(root));
  return program;
}

async function compile(root: string): Promise<string> {
  const builder = join(root, "server", "model-files", "build-inspect-child.ts");
  const { stdout } = await run(process.execPath, ["--import", "tsx", builder], {
    cwd: root,
    env: { NODE_ENV: "production" },
    maxBuffer: mostProgramBytes,
  });
  return stdout;
}

function explained(error: unknown): RungError {
  const {
    stderr = "",
    killed = false,
    signal = null,
  } = error as { stderr?: string; killed?: boolean; signal?: string | null };
  if (stderr.includes("ENOENT"))
    return new RungError("not_found", "The model file is no longer here.", "Upload it again.", {
      cause: error,
    });
  if (killed || signal !== null || stderr.includes("heap out of memory"))
    return new RungError(
      "model_refused",
      "The model file could not be inspected within its limits of time and memory.",
      "Its structure is far larger than an image classifier's. Export it again with a current exporter and its weights in raw_data.",
      { cause: error },
    );
  return new RungError(
    "something_broke",
    "The model file could not be inspected.",
    "Try again; it did not count against your quota.",
    {
      cause: error,
    },
  );
}
