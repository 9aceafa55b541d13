import type { Reference } from "./import-references";

/** A row that was refused, the first under the header being 1. */
export interface SkippedRow {
  row: number;
  reason: string;
}

/** What a file of published results says: models to import, and the rows that could not be taken. */
export interface ParsedReferences {
  models: Reference[];
  skipped: SkippedRow[];
  /** Columns that mean nothing in the format. */
  unknownColumns: string[];
}
