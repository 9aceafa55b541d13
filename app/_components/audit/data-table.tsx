import type { ReactNode } from "react";

export interface Column<Row> {
  name: string;
  /** What the column means, on hover. */
  title?: string;
  kind?: "number" | "words";
  cell: (row: Row) => ReactNode;
}

/** A wide table in a maintainers' view: the first column heads its row and stays in sight on a phone. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  empty,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  empty: string;
}) {
  if (rows.length === 0) return <p className="note">{empty}</p>;
  return (
    <section className="scroll" aria-label={caption}>
      <table className="data audit-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, title, kind = "words" }) => (
              <th key={name} scope="col" className={kind} title={title}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, kind = "words", cell }, i) =>
                i === 0 ? (
                  <th key={name} scope="row" className={`${kind} first`}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={name} className={kind}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
