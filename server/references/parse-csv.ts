import { CsvError, parse } from "csv-parse/sync";
import { RungError } from "../errors";

/**
 * The rows of a comma-separated text (RFC 4180), unquoted fields trimmed. A byte-order mark and rows without any text are
 * skipped; rows may be of any length.
 * @throws RungError `bad_input` naming the line of a row with a misplaced or unclosed quote
 */
export function parseCsv(text: string): string[][] {
  let lastLine = 0;
  try {
    return parse(text, {
      bom: true,
      trim: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      on_record: (row: string[], { lines }) => {
        lastLine = lines;
        return row.some((value) => value !== "") ? row : null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    // The library reports the line where it stopped reading, which for an unclosed quote is the end of the text.
    const problem = cause.code === "CSV_QUOTE_NOT_CLOSED" ? "is never closed" : "is inside a field";
    throw new RungError(
      "bad_input",
      `A quote in the row that begins on line ${lastLine + 1} ${problem}.`,
      'Put the whole of a field with a comma or a quote in quotes, and double the quotes inside it: "a ""b"", c".',
      { cause },
    );
  }
}
