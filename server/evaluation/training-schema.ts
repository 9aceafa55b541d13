import { z } from "zod";
import { trainings } from "./training";

export const trainingSchema = z.enum(trainings, { error: `training is one of ${trainings.join(", ")}` });
