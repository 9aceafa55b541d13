import { z } from "zod";
import { nearestName } from "./nearest-name";

type JsonSchema = { properties?: Record<string, JsonSchema> };

/**
 * Where a field that a schema does not know belongs, for a hint: its own name in another object ("paper" in `links`), or the nearest
 * name; null where nothing is near.
 * @param path of the object in which it was found
 */
export function knownPlace(schema: z.ZodType, path: string[], key: string): string | null {
  const all = fieldsOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema);
  const elsewhere = all.find((field) => field.at(-1) === key);
  if (elsewhere) return elsewhere.join(".");
  const beside = all.filter(
    (field) => field.length === path.length + 1 && path.every((part, i) => part === field[i]),
  );
  const names = (fields: string[][]) => fields.map((field) => field.at(-1)!);
  const near = nearestName(key, names(beside)) ?? nearestName(key, names(all));
  const found =
    near && (beside.find((field) => field.at(-1) === near) ?? all.find((field) => field.at(-1) === near));
  return found ? found.join(".") : null;
}

function fieldsOf({ properties = {} }: JsonSchema, path: string[] = []): string[][] {
  return Object.entries(properties).flatMap(([name, inner]) => [
    [...path, name],
    ...fieldsOf(inner, [...path, name]),
  ]);
}
