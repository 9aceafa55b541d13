import { usualColumns } from "../shell/usual-columns";
import { columns } from "./columns";

/** The columns that an address asks for, in the table's order; where it names none that there is, the usual ones. */
export function chosenColumns(asked: string = usualColumns): typeof columns {
  const named = (list: string) => columns.filter(({ name }) => list.split(",").includes(name));
  const chosen = named(asked);
  return chosen.length > 0 ? chosen : named(usualColumns);
}
