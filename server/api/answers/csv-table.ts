import { type Cell, csvLine } from "./csv-line";

/** The columns of a table by name, in their order: how each cell is read from a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** The cells of a row. */
export function cellsOf<Row>(columns: Columns<Row>, row: Row): Cell[] {
  return Object.values(columns).map((cell) => cell(row));
}

/** A table as CSV (RFC 4180): the names of its columns, then one line per row; an empty cell for null. */
export function csvTable<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  return [Object.keys(columns), ...rows.map((row) => cellsOf(columns, row))].map(csvLine).join("");
}
