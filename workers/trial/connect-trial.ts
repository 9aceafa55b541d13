import { inputGeometry, inputGeometryKey } from "@/server/evaluation/input-geometry";
import { sameSetting } from "@/server/evaluation/same-setting";
import { settingOf } from "@/server/evaluation/setting-of";
import { storeTrial } from "@/server/submissions/trial/store-trial";
import { storedTrial } from "@/server/submissions/trial/stored-trial";
import type { TestSetContext } from "@/server/test-sets/test-set-context";
import { deviceLockPath, withDeviceLock } from "../device/with-device-lock";
import type { EvaluationEffects } from "../evaluation-effects";
import { toldByInspection } from "../model-run/told-by-inspection";
import type { Sandbox } from "../sandbox/launch";
import type { Provider } from "../sandbox/runtime-files";
import { tryModel } from "./try-model";

/** A real worker's trial: in its sandbox, on its device, with what is stored of earlier ones. */
export function connectTrial(worker: {
  ctx: TestSetContext;
  sandbox: Sandbox;
  device: Provider;
  processors: string | null;
}): EvaluationEffects["tryModel"] {
  const { ctx, ...machine } = worker;
  return async (plan, { versionId, open, signal }) => {
    const { modelHash, preprocessing, classes } = plan;
    const { input } = plan.model;
    const setting = settingOf(preprocessing);
    const place = { modelHash, versionId, geometry: inputGeometryKey(inputGeometry(preprocessing)) };
    const known = await storedTrial({ ctx, input: place });
    const run = () =>
      ctx.models.withFile(modelHash, (modelPath) =>
        tryModel({
          ...machine,
          modelPath,
          classes,
          setting,
          input,
          known,
          signal,
          shard: open.shard,
          labels: open.labels,
          ...toldByInspection(plan.model),
          preprocessing: setting,
        }),
      );
    const { device } = machine;
    const trial = device === "cpu" ? await run() : await withDeviceLock(deviceLockPath(device), run, signal);
    // What failed is tried again: the failure itself is not stored.
    const tried = trial.tried.filter((one) => !trial.failure || !sameSetting(one.setting, setting));
    if (tried.length > 0) await storeTrial({ ctx, input: { ...place, tried } });
    return trial;
  };
}
