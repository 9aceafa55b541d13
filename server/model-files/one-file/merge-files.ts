import { z } from "zod";
import { RungError } from "../../errors";
import { orDiskFull } from "../../files/or-disk-full";
import { ChildFailure, runChild } from "../run-child";

const source = "one-file/merge-child.ts";
const wallMs = 600_000;
const refusalSchema = z.object({ sentence: z.string(), hint: z.string() });

/** The files that the model at `path` says its values are in, as it names them; none for what is no model. */
export async function namedFiles({ path, root }: { path: string; root?: string }): Promise<string[]> {
  try {
    return z.array(z.string()).parse(await runChild({ source, args: [path], root, wallMs }));
  } catch (error) {
    throw explained(error);
  }
}

/**
 * Writes a model and the data file that it names as one file, in a process of its own; memory does not grow with the files. The
 * same two files make the same bytes each time. Throws `model_refused` if the two do not belong together or make more than
 * `mostBytes`, `disk_full`; what is then at `targetPath` is the caller's to remove.
 */
export async function mergeFiles(order: {
  modelPath: string;
  data: { path: string; name: string };
  targetPath: string;
  mostBytes: number;
  root?: string;
}): Promise<void> {
  const { modelPath, data, targetPath, mostBytes, root } = order;
  const args = [modelPath, data.path, data.name, targetPath, String(mostBytes)];
  let answer: unknown;
  try {
    answer = await runChild({ source, args, root, wallMs });
  } catch (error) {
    throw explained(error);
  }
  const refusal = refusalSchema.nullable().parse(answer);
  if (!refusal) return;
  throw new RungError("model_refused", refusal.sentence, refusal.hint);
}

function explained(error: unknown): unknown {
  if (!(error instanceof ChildFailure)) return error;
  const code = /\b(ENOSPC|EDQUOT|ENOENT)\b/.exec(error.stderr)?.[1];
  if (code === "ENOENT")
    return new RungError("not_found", "A file of this model is no longer here.", "Upload both again.", {
      cause: error,
    });
  if (code) return orDiskFull(Object.assign(error, { code }), "upload");
  if (!error.exceeded) return error;
  return new RungError(
    "model_refused",
    "The two files could not be written as one within the limits of time and memory.",
    "Export the model with its weights inside: torch.onnx.export(..., external_data=False).",
    { cause: error },
  );
}
