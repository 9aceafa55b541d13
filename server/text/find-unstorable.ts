/** What no text in the database can have (PostgreSQL refuses NUL, and halves of characters are not UTF-8). */
const unstorable = /\0|\p{Cs}/u;

/**
 * Looks through anything that JSON can hold, names of fields included, for a text that the database cannot store.
 * @returns where it is, as `links.paper`; "" for the value itself; null where there is none
 */
export function findUnstorable(value: unknown): string | null {
  // Not by recursion: a body of 1 MiB can be nested deeper than the stack.
  const left: { path: string; value: unknown }[] = [{ path: "", value }];
  for (let next = left.pop(); next; next = left.pop()) {
    if (typeof next.value === "string" && unstorable.test(next.value)) return next.path;
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const [key, inner] of Object.entries(next.value)) {
      if (unstorable.test(key)) return next.path;
      left.push({ path: next.path ? `${next.path.slice(0, 200)}.${key}` : key, value: inner });
    }
  }
  return null;
}
