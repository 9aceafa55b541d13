import { z } from "zod";
import { metrics } from "./metric";

export const metricSchema = z.enum(metrics);
