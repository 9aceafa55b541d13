interface Kept<Value> {
  revision: number;
  value: Promise<Value>;
  weight: number;
}

/**
 * Keeps what was made of a revision until a request comes with a newer one; whoever asks meanwhile shares one making. Only a
 * cache: the longest unused leave as soon as all weigh more than `most`, and nothing that failed is kept.
 * @param weigh what a value costs to keep, in any unit, such as rows
 */
export function cacheByRevision<Value>({ most, weigh }: { most: number; weigh: (value: Value) => number }) {
  const kept = new Map<string, Kept<Value>>();
  let total = 0;

  function forget(key: string) {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  }

  async function hold(key: string, entry: Kept<Value>) {
    try {
      const weight = weigh(await entry.value);
      if (kept.get(key) !== entry) return;
      entry.weight = weight;
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= most || oldest === key) break;
        forget(oldest);
      }
    } catch {
      if (kept.get(key) === entry) forget(key);
    }
  }

  return (key: string, revision: number, make: () => Promise<Value>): Promise<Value> => {
    const found = kept.get(key);
    const entry = found && found.revision >= revision ? found : { revision, value: make(), weight: 0 };
    if (entry !== found) {
      forget(key);
      void hold(key, entry);
    }
    kept.delete(key);
    kept.set(key, entry);
    return entry.value;
  };
}
