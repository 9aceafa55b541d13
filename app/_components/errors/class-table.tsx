import type { ClassErrors, EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";
import { count } from "../numbers/count";
import { percent, percentInterval } from "../numbers/percent";
import { ScrollArea } from "../table/scroll-area";

/** Every class with its accuracy, the least accurate first; classes without images last. */
export function ClassTable({ errors }: { errors: EntryErrors }) {
  const { classes, testSet } = errors;
  const rows = classes.toSorted((a, b) => (a.accuracy ?? 2) - (b.accuracy ?? 2) || a.index - b.index);
  return (
    <ScrollArea label="Accuracy by class">
      <table className="data class-errors">
        <caption>Accuracy by class on {testSet}, the least accurate first, in percent</caption>
        <thead>
          <tr>
            <th scope="col">Index</th>
            <th scope="col" className="words">
              Class
            </th>
            <th scope="col" colSpan={2}>
              Accuracy [95 %]
            </th>
            <th scope="col">Right</th>
            <th scope="col" className="words">
              Most often taken for
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ClassLine
              key={row.index}
              row={row}
              takenFor={row.takenFor && classes[row.takenFor.index]!.name}
            />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function ClassLine({ row, takenFor }: { row: ClassErrors; takenFor: string | null }) {
  const { index, name, accuracy, interval, correct, total } = row;
  return (
    <tr>
      <td className="number">{index}</td>
      <th scope="row" className="words">
        {name}
      </th>
      <td className="number with-interval">{accuracy === null ? "–" : percent(accuracy)}</td>
      <td className="interval">{interval && percentInterval(interval)}</td>
      <td className="number">
        {count(correct)} of {count(total)}
      </td>
      <td className="words">{takenFor && `${takenFor} (${count(row.takenFor!.images)})`}</td>
    </tr>
  );
}
