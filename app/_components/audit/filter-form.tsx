import Link from "next/link";

export type Filter = { name: string; label: string; value: string | undefined } & (
  | { kind: "text" | "date" }
  | { kind: "choice"; options: readonly string[]; any?: string }
);

/** The filters of a view: a plain form, so that a filtered view has an address. */
export function FilterForm({ path, filters }: { path: string; filters: Filter[] }) {
  return (
    <form className="audit-filters" action={path}>
      {filters.map((filter) => (
        <label key={filter.name} className="field">
          <span>{filter.label}</span>
          <Control filter={filter} />
        </label>
      ))}
      <span className="row-buttons">
        <button type="submit" className="button">
          Show
        </button>
        {filters.some(isNarrowing) && <Link href={path}>Clear</Link>}
      </span>
    </form>
  );
}

/** A choice that has no "any" always has a value. */
const isNarrowing = (filter: Filter) =>
  Boolean(filter.value) && !(filter.kind === "choice" && filter.any === undefined);

function Control({ filter }: { filter: Filter }) {
  const { name, value = "" } = filter;
  if (filter.kind !== "choice")
    return <input name={name} type={filter.kind} defaultValue={value} autoComplete="off" />;
  return (
    <select name={name} defaultValue={value}>
      {filter.any !== undefined && <option value="">{filter.any}</option>}
      {filter.options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}
