import Link from "next/link";
import { type ViewQuery, viewHref, viewPairs } from "../shell/view-query";
import { ColumnChoice } from "./column-choice";
import { ExportLinks } from "./export-links";

const filterNames = [
  "team",
  "yearFrom",
  "yearTo",
  "minParameters",
  "maxParameters",
  "verified",
  "kind",
] as const;

/** Search, filters and exports above the table: a form that works without JavaScript. */
export function TableBar({ path, view, found }: { path: string; view: ViewQuery; found: string }) {
  const typed = new Set<string>(["search", "page", "columns", ...filterNames]);
  const filtered = filterNames.some((name) => view[name]);
  return (
    <form className="table-bar" action={path} method="get">
      {viewPairs(view)
        .filter(([name]) => !typed.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <div className="search">
        <input
          type="search"
          name="search"
          defaultValue={view.search}
          key={view.search}
          maxLength={100}
          placeholder="Find a model or team"
          aria-label="Find a model or team"
        />
        <button type="submit" className="button">
          Find
        </button>
      </div>
      <span className="soft">{found}</span>
      {(filtered || view.search) && <Link href={viewHref(path, viewWithoutFilters(view))}>Show all</Link>}
      <ExportLinks path={path} view={view} />
      <details className="filters" open={filtered}>
        <summary>Filters and columns</summary>
        <Filters view={view} />
        <ColumnChoice view={view} />
        <p>
          <button type="submit" className="button">
            Apply
          </button>
        </p>
      </details>
    </form>
  );
}

function viewWithoutFilters(view: ViewQuery): ViewQuery {
  const { testSet, metric, scale, points, aspect, sort, descending, columns } = view;
  return { testSet, metric, scale, points, aspect, sort, descending, columns };
}

function Filters({ view }: { view: ViewQuery }) {
  return (
    <div className="row">
      <label className="field">
        <span>Show</span>
        <select name="kind" defaultValue={view.kind ?? "all"}>
          <option value="all">all models</option>
          <option value="entry">entries</option>
          <option value="reference">reference models</option>
        </select>
      </label>
      <Field label="Team" name="team" view={view} type="text" />
      <Field label="From year" name="yearFrom" view={view} />
      <Field label="To year" name="yearTo" view={view} />
      <Field label="Parameters from" name="minParameters" view={view} />
      <Field label="Parameters to" name="maxParameters" view={view} />
      <label className="field">
        <span>Verified</span>
        <select name="verified" defaultValue={view.verified ?? "false"}>
          <option value="false">any</option>
          <option value="true">verified only</option>
        </select>
      </label>
    </div>
  );
}

interface FieldProps {
  label: string;
  name: (typeof filterNames)[number];
  view: ViewQuery;
  type?: "text" | "number";
}

function Field({ label, name, view, type = "number" }: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input type={type} name={name} defaultValue={view[name]} min={type === "number" ? 0 : undefined} />
    </label>
  );
}
