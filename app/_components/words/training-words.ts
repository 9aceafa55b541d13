import type { Training } from "@/server/evaluation/training";

/** A training group's name beside its points, and what it means. */
export const trainingWords: Record<Training, { short: string; long: string }> = {
  standard: { short: "standard", long: "in the standard way, on the benchmark’s own data" },
  "more-data": { short: "more data", long: "on more data than the benchmark’s own" },
  robust: { short: "robust training", long: "to be robust: adversarially, or with augmentation for it" },
  "zero-shot": { short: "zero-shot", long: "zero-shot, never on labels of this task" },
  other: { short: "other", long: "in another way" },
};
