import { z } from "zod";

export const fraction = z.number();

export const interval = z.object({ lower: fraction, upper: fraction });
