import { z } from "zod";

/** How a table is asked for: `format=json|csv`. */
export const formatSchema = z.enum(["json", "csv"]).default("json");
