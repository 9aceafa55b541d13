import type { Reference } from "./reference-schema";

/** A skipped row; the first below the header is 1. */
export interface SkippedRow {
  row: number;
  reason: string;
}

/** The contents of a file of published results: models to import, and rows that could not be used. */
export interface ParsedReferences {
  models: Reference[];
  skipped: SkippedRow[];
  /** Columns that the format does not define. */
  unknownColumns: string[];
}
