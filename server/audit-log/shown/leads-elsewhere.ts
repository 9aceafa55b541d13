import { canonicalJson } from "../canonical-json";

/**
 * What of a stored row is not what a line leads to, in words that name the first such column; null if nothing is. Columns that the
 * line does not tell (undefined) are not compared.
 */
export function leadsElsewhere<Row extends object>(given: {
  table: string;
  line: number;
  row: Row;
  told: { [Column in keyof Row]?: Row[Column] | undefined };
}): string | null {
  const { table, line, row, told } = given;
  for (const column of Object.keys(told) as (keyof Row & string)[]) {
    if (told[column] === undefined || isSame(row[column], told[column])) continue;
    return `line ${line} leads to another ${table}.${column} than the one stored`;
  }
  return null;
}

function isSame(stored: unknown, told: unknown): boolean {
  if (stored === told) return true;
  if (typeof stored !== "object" || typeof told !== "object" || !stored || !told) return false;
  return canonicalJson(plain(stored)) === canonicalJson(plain(told));
}

const plain = (value: object) => (value instanceof Date ? value.toISOString() : value);
