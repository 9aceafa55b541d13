import type { Ties } from "@/server/evaluation/count-ties";
import type { RunLog } from "@/server/evaluation/run-log-schema";
import { warnOfRun } from "@/server/evaluation/warn-of-run";
import type { SettingsFinding } from "@/server/submissions/trial/judge-settings";
import type { ModelFailure } from "../model-run/model-failure";
import type { RunFacts } from "../model-run/run-facts";
import { runtimeWarnings } from "../model-run/runtime-warnings";

interface Ran {
  device: string | null;
  facts: RunFacts | null;
  /** processor time on the images, ms */
  cpuMs: number;
  ties: Ties;
  alone: boolean;
  finding: SettingsFinding | null;
  failure: ModelFailure | null;
}

/** What a submission's team is told of a run on original images. */
export function logOfRun({ device, facts, cpuMs, ties, alone, finding, failure }: Ran): RunLog {
  const { images, tied } = ties;
  return {
    device,
    loadSeconds: facts && facts.loadMs > 0 ? facts.loadMs / 1000 : null,
    imagesPerSecond: images > 0 && cpuMs > 0 ? Math.round((images / cpuMs) * 1e4) / 10 : null,
    peakMemoryBytes: facts && facts.peakBytes > 0 ? facts.peakBytes : null,
    images,
    tied,
    warnings: warnOfRun({ ...ties, alone }, "original images"),
    runtime: facts ? runtimeWarnings(facts.warned) : [],
    firstFailure: failure?.image == null ? null : { image: failure.image, sentence: failure.message },
    check: finding && {
      images: finding.images,
      correct: finding.correct,
      others: finding.others,
      possible: !finding.tooFew,
    },
  };
}
