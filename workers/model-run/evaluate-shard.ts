import { RungError } from "@/server/errors";
import { runtimePackages } from "../sandbox/runtime-files";
import { runOnHidden } from "./run-on-hidden";
import { runOnOriginal } from "./run-on-original";
import { type ShardEvaluated, type ShardEvaluation } from "./shard-evaluation";

const PROVIDERS = {
  cpu: "CPUExecutionProvider",
  cuda: "CUDAExecutionProvider",
  webgpu: "WebGpuExecutionProvider",
};

/**
 * Runs a model over a shard in a sandboxed child. Memory does not grow with the number of images. Throws `ModelFailure` if the
 * model fails on public images (`quiet: false`), the signal's reason when aborted, and other errors only for faults of this
 * machine: on a hidden test set nothing that a model does counts as a failure.
 */
export async function evaluateShard(given: ShardEvaluation): Promise<ShardEvaluated> {
  if (given.quiet && given.sandbox.kind === "none") {
    throw new RungError("sandbox_missing", "No model runs on a hidden test set outside a sandbox.");
  }
  const ran = given.quiet ? await runOnHidden(given) : await runOnOriginal(given);
  return {
    images: given.shard.images,
    ...ran,
    device: given.device,
    provider: PROVIDERS[given.device],
    threads: given.threads ?? 1,
    runtimeVersion: runtimePackages().version,
    sandbox: given.sandbox.kind,
  };
}
