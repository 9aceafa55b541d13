import type { LabSettings } from "../fields/parse-fields";

const imagesPerSecond = 12e6;

/**
 * Roughly how long a comparison takes on one core of a laptop, in seconds. All attacks but boosting first try their variants, with three
 * teams at most.
 */
export function runDuration({ attack, repetitions, policies }: LabSettings): number {
  const { images, submissions, teams, kind } = attack;
  const trials = kind === "boosting" ? 0 : 180;
  const runs = repetitions * teams + trials * Math.min(teams, 3);
  const cost = { boosting: 1, climbing: 0.7, sandbag: 0.35, inference: 1.2 }[kind];
  return (images * submissions * runs * policies.length * cost) / imagesPerSecond;
}

/** The same in words; null where it is too short to mention. */
export function durationText(seconds: number): string | null {
  if (seconds < 40) return null;
  if (seconds < 120) return "This run takes about a minute.";
  if (seconds < 3600)
    return `This run takes about ${Math.round(seconds / 60)} minutes on one processor core.`;
  return "This run takes hours. Fewer images, submissions, teams or repetitions would shorten it.";
}
