import { defaultFields, type LabFields } from "./lab-fields";

const names = Object.keys(defaultFields) as (keyof LabFields)[];
const longest = 80;

/** The fields that an address asks for; what it leaves out is the default, unknown names say nothing. */
export function fieldsOfAddress(query: { get: (name: string) => string | null }): LabFields {
  const said = names.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value.slice(0, longest)] as const];
  });
  return { ...defaultFields, ...Object.fromEntries(said) };
}

/** The query of a view of the lab, in a fixed order and without defaults: "" or "?attack=sandbag&teams=10". */
export function queryOfFields(fields: LabFields): string {
  const said = names.filter((name) => fields[name] !== defaultFields[name]);
  const query = new URLSearchParams(said.map((name) => [name, fields[name]])).toString();
  return query === "" ? "" : `?${query}`;
}
