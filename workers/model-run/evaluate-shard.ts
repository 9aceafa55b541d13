import { RungError } from "@/server/errors";
import { deviceClassHere, runtimeHere } from "../device/device-class-here";
import { deviceLockPath, withDeviceLock } from "../device/with-device-lock";
import { runOnHidden } from "./run-on-hidden";
import { runOnOriginal } from "./run-on-original";
import { type ShardEvaluated, type ShardEvaluation } from "./shard-evaluation";

/**
 * Runs a model over a shard in a sandboxed child. Memory does not grow with the number of images. Throws `ModelFailure` if the
 * model fails on public images (`quiet: false`), the signal's reason when aborted, and other errors only for faults of this
 * machine: on a hidden test set nothing that a model does counts as a failure.
 */
export async function evaluateShard(given: ShardEvaluation): Promise<ShardEvaluated> {
  if (given.quiet && given.sandbox.kind === "none") {
    throw new RungError("sandbox_missing", "No model runs on a hidden test set outside a sandbox.");
  }
  const { device, threads = 1 } = given;
  const run = () => (given.quiet ? runOnHidden(given) : runOnOriginal(given));
  const ran =
    device === "cpu" ? await run() : await withDeviceLock(deviceLockPath(device), run, given.signal);
  return {
    images: given.shard.images,
    ...ran,
    device,
    threads,
    runtime: runtimeHere(device),
    deviceClass: deviceClassHere(device, threads),
    sandbox: given.sandbox.kind,
  };
}
