import type { CSSProperties } from "react";
import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";
import { count } from "../numbers/count";
import { percent } from "../numbers/percent";
import { ScrollArea } from "../table/scroll-area";

/** Images of each class (a row) by what they are taken for (a column): shaded by the share of the row. */
export function ConfusionMatrix({ errors }: { errors: EntryErrors }) {
  const { classes, confusions } = errors;
  const counts = new Map(confusions.map((one) => [`${one.label} ${one.prediction}`, one.images]));
  const columns: (number | null)[] = classes.map(({ index }) => index);
  if (confusions.some(({ prediction }) => prediction === null)) columns.push(null);
  return (
    <ScrollArea label="Confusion matrix">
      <table className="data confusion">
        <caption>
          Rows: the label. Columns: what the model says, by class index. Darker: more of the row.
        </caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              Label
            </th>
            {columns.map((index) => (
              <th key={index} scope="col" title={index === null ? undefined : classes[index]!.name}>
                {index ?? "none"}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map(({ index, name, total, correct }) => (
            <tr key={index}>
              <th scope="row" className="words">
                {index} {name}
              </th>
              {columns.map((column) => (
                <Cell
                  key={column}
                  images={column === index ? correct : (counts.get(`${index} ${column}`) ?? 0)}
                  of={total}
                  right={column === index}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Cell({ images, of, right }: { images: number; of: number; right: boolean }) {
  const share = of === 0 ? 0 : images / of;
  return (
    <td
      className={right ? "number right" : "number"}
      // By the root of the share, so that confusions of a few percent can be seen beside the diagonal.
      style={{ "--share": Math.sqrt(share) } as CSSProperties}
      title={`${percent(share)} %`}
    >
      {images === 0 ? "·" : count(images)}
    </td>
  );
}
