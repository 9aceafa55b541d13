import { defaultFields, type LabFields } from "./lab-fields";

const names = Object.keys(defaultFields) as (keyof LabFields)[];
const longest = 80;

/** The fields in the query of an address; missing ones take their defaults, unknown names are ignored. */
export function fieldsFromQuery(query: { get: (name: string) => string | null }): LabFields {
  const given = names.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value.slice(0, longest)] as const];
  });
  return { ...defaultFields, ...Object.fromEntries(given) };
}

/** The query for fields, in a fixed order and without defaults: "" or "?attack=sandbag&teams=10". */
export function queryFromFields(fields: LabFields): string {
  const given = names.filter((name) => fields[name] !== defaultFields[name]);
  const query = new URLSearchParams(given.map((name) => [name, fields[name]])).toString();
  return query === "" ? "" : `?${query}`;
}
