import type { RobustnessGroup } from "@/server/leaderboards/schemas/robustness-schema";
import { trainingWords } from "../words/training-words";

/** A training group's name. */
export const groupName = (training: RobustnessGroup["training"]): string =>
  training === null ? "not declared" : trainingWords[training].short;
