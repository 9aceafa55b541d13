/** How a model was trained, as whoever offers it declares: the groups of Taori et al. 2020, and zero-shot models, which came after. */
export const trainings = ["standard", "more-data", "robust", "zero-shot", "other"] as const;

export type Training = (typeof trainings)[number];
