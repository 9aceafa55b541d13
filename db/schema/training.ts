import { pgEnum } from "drizzle-orm/pg-core";
import { trainings } from "../../server/evaluation/training";

export const training = pgEnum("training", trainings);
