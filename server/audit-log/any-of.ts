import { type SQL, sql } from "drizzle-orm";

/** `any (…)` of values in one parameter, however many they are. */
export function anyOf(values: readonly string[], type: "uuid" | "text"): SQL {
  const list = `{${values.map((value) => JSON.stringify(value)).join(",")}}`;
  return sql`any (${list}::${sql.raw(type)}[])`;
}
