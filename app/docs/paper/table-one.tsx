import { withMinus } from "@/app/_components/numbers/percent";
import { ScrollArea } from "@/app/_components/table/scroll-area";
import type { ComparedRow } from "@/server/paper/compare-table-one";
import type { TableOneColumn } from "@/server/paper/printed/table-one";
import type { PaperBenchmark } from "@/server/paper/test-sets";
import { compared } from "./compared";
import { OurNumber } from "./our-number";

/** A benchmark's part of table 1: for each model the paper's numbers, and ours below. */
export function TableOne({ of, caption }: { of: PaperBenchmark; caption: string }) {
  return (
    <ScrollArea label={`Table 1, ${caption}`}>
      <table className="data compared">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              Model
            </th>
            <th scope="col">Orig. rank</th>
            <th scope="col" colSpan={2}>
              Original accuracy [95 %]
            </th>
            <th scope="col" colSpan={2}>
              New accuracy [95 %]
            </th>
            <th scope="col">Gap</th>
            <th scope="col">New rank</th>
            <th scope="col">Δ rank</th>
          </tr>
        </thead>
        {compared.tableOne[of].map((row) => (
          <tbody key={row.model}>
            <tr>
              <th scope="rowgroup" className="words" colSpan={9}>
                {row.model}
              </th>
            </tr>
            <Numbers row={row} whose="paper" />
            <Numbers row={row} whose="here" />
          </tbody>
        ))}
      </table>
    </ScrollArea>
  );
}

function Numbers({ row: { cells }, whose }: { row: ComparedRow; whose: "paper" | "here" }) {
  const show = (column: TableOneColumn) =>
    whose === "paper" ? withMinus(cells[column].paper) : <OurNumber of={cells[column]} />;
  const number = (column: TableOneColumn) => <td className="number">{show(column)}</td>;
  const withInterval = (column: "original" | "fresh") => {
    const isKnown = whose === "paper" || cells[column].here !== null;
    return (
      <>
        <td className="number with-interval">{show(column)}</td>
        <td className="interval">
          {isKnown && (
            <>
              [{show(`${column}Lower`)}, {show(`${column}Upper`)}]
            </>
          )}
        </td>
      </>
    );
  };
  return (
    <tr>
      <th scope="row" className="words">
        {whose}
      </th>
      {number("originalRank")}
      {withInterval("original")}
      {withInterval("fresh")}
      {number("gap")}
      {number("newRank")}
      {number("deltaRank")}
    </tr>
  );
}
