import { primaryMetric } from "@/server/evaluation/metric";
import { usualColumns } from "./usual-columns";

/** Names in the order in which they stand in an address, so that one view has one address. */
const names = [
  "testSet",
  "metric",
  "scale",
  "points",
  "aspect",
  "search",
  "kind",
  "team",
  "yearFrom",
  "yearTo",
  "minParameters",
  "maxParameters",
  "verified",
  "sort",
  "descending",
  "columns",
  "page",
] as const;

type Name = (typeof names)[number];

/** What an address says about a view of a benchmark, as text; what it leaves out takes its default. */
export type ViewQuery = Partial<Record<Name, string>>;

const defaults: ViewQuery = {
  metric: primaryMetric,
  scale: "linear",
  points: "reference",
  aspect: "equal",
  kind: "all",
  verified: "false",
  sort: "newRank",
  descending: "false",
  columns: usualColumns,
  page: "1",
};

/**
 * The view that a page's search parameters ask for; the last of a repeated name counts, unknown names do not. Columns are the exception:
 * a form's boxes say them one by one.
 */
export function viewQuery(parameters: Record<string, string | string[] | undefined>): ViewQuery {
  const said = names.flatMap((name) => {
    const given = parameters[name];
    const value = Array.isArray(given) ? (name === "columns" ? given.join(",") : given.at(-1)) : given;
    return value === undefined || value === "" ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

/** A view as names and values in their order, defaults left out. */
export function viewPairs(view: ViewQuery): [name: Name, value: string][] {
  return names.flatMap((name) => {
    const value = view[name];
    return value === undefined || value === "" || value === defaults[name]
      ? []
      : [[name, value] as [Name, string]];
  });
}

/** The address of a view at `path`, with a change. Changing anything but the page goes to page 1. */
export function viewHref(path: string, view: ViewQuery, change: ViewQuery = {}): string {
  const first: ViewQuery = "page" in change ? {} : { page: "1" };
  const query = new URLSearchParams(viewPairs({ ...view, ...first, ...change })).toString();
  return query === "" ? path : `${path}?${query}`;
}
