/** Where something is wrong: "at a", or "at 22 places, the first is a"; null where no place is known. */
export function placeOfRefusal({
  where,
  count = 1,
}: {
  where: string | null;
  count?: number;
}): string | null {
  if (where === null) return count > 1 ? `at ${count.toLocaleString("en")} places` : null;
  return count > 1 ? `at ${count.toLocaleString("en")} places, the first is ${where}` : `at ${where}`;
}
