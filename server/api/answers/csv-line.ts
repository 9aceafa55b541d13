export type Cell = string | number | boolean | null | undefined;

/** A line of CSV (RFC 4180); an empty cell for null. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

/** Text that a spreadsheet would take for a formula, unless it is a number, gets an apostrophe, which marks it as text. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const text = /^([=+@\t\r]|-(?!\d+(\.\d+)?$))/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
