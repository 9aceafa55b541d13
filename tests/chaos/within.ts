/** What `act` gives, or null where it fails or has given nothing in time, whatever has become of it. */
export async function within<T>(ms: number, act: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
      ending.abort();
    }, ms);
  });
  try {
    return await Promise.race([act(ending.signal).catch(() => null), end]);
  } finally {
    clearTimeout(timer);
  }
}
