const made = Symbol.for("rung process-wide");
type Kept = Map<string, unknown>;

/**
 * One value per process: made at the first call under a name, then reused. Next loads a module once per bundle and again after
 * every edit; connections, locks and counters must outlive that.
 */
export function processWide<T>(name: string, make: () => T): T {
  const holder = globalThis as { [made]?: Kept };
  holder[made] ??= new Map();
  if (!holder[made].has(name)) holder[made].set(name, make());
  return holder[made].get(name) as T;
}
