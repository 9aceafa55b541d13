/**
 * The rows of a comma-separated text as RFC 4180 writes it: fields may be quoted, a quote inside is doubled, lines end with
 * LF or CRLF. A byte-order mark and lines without any text are skipped. An unclosed quote runs to the end of the text.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)(?:"|$)|([^",\r\n]*))[^,\r\n]*(,|\r\n|\n|\r|$)/y;
  field.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (field.lastIndex < text.length) {
    const [, quoted, plain = "", end] = field.exec(text)!;
    row.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (end === ",") {
      if (field.lastIndex < text.length) continue;
      row.push("");
    }
    if (row.some((value) => value !== "")) rows.push(row);
    row = [];
  }
  return rows;
}
