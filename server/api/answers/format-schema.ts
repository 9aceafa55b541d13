import { z } from "zod";

/** A table's format: `format=json|csv`. */
export const formatSchema = z.enum(["json", "csv"]).default("json");
