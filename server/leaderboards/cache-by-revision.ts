interface Cached<Value> {
  revision: number;
  value: Promise<Value>;
  weight: number;
}

/**
 * Caches what was computed from a revision until a request comes with a newer one; concurrent requests wait for the same
 * computation. Only a cache: the least recently used values go once all together weigh more than `most`, and failures are not
 * cached.
 * @param weigh a value's size in memory, in any unit, such as rows
 */
export function cacheByRevision<Value>({ most, weigh }: { most: number; weigh: (value: Value) => number }) {
  const cached = new Map<string, Cached<Value>>();
  let total = 0;

  function forget(key: string) {
    total -= cached.get(key)?.weight ?? 0;
    cached.delete(key);
  }

  async function weighIn(key: string, entry: Cached<Value>) {
    try {
      const weight = weigh(await entry.value);
      if (cached.get(key) !== entry) return;
      entry.weight = weight;
      total += weight;
      for (const oldest of cached.keys()) {
        if (total <= most || oldest === key) break;
        forget(oldest);
      }
    } catch {
      if (cached.get(key) === entry) forget(key);
    }
  }

  return (key: string, revision: number, make: () => Promise<Value>): Promise<Value> => {
    const found = cached.get(key);
    const entry = found && found.revision >= revision ? found : { revision, value: make(), weight: 0 };
    if (entry !== found) {
      forget(key);
      void weighIn(key, entry);
    }
    cached.delete(key);
    cached.set(key, entry);
    return entry.value;
  };
}
