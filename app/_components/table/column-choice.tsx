import type { ViewQuery } from "../shell/view-query";
import { chosenColumns } from "./chosen-columns";
import { columns } from "./columns";

/** Boxes for the columns to show, a part of the form above the table. */
export function ColumnChoice({ view }: { view: ViewQuery }) {
  const shown = new Set(chosenColumns(view.columns));
  return (
    <fieldset className="columns">
      <legend>Columns</legend>
      {columns.map((column) => (
        <label key={column.name}>
          <input
            type="checkbox"
            name="columns"
            value={column.name}
            key={`${view.columns}`}
            defaultChecked={shown.has(column)}
          />{" "}
          {column.label}
        </label>
      ))}
    </fieldset>
  );
}
