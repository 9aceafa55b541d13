export interface TokenBucket {
  /** Takes one from a key's bucket. Returns 0, or the milliseconds until the next may be taken. */
  take(key: string): number;
}

/**
 * A rate limit: every key may do `burst` things at once and `perMinute` in the long run. Kept in this process's memory, so
 * that several web processes allow several times as much; it bounds load and guessing, while quotas are counted in the
 * database. Buckets that have filled up again are forgotten.
 */
export function tokenBucket({
  burst,
  perMinute,
  now,
}: {
  burst: number;
  perMinute: number;
  now: () => number;
}): TokenBucket {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = perMinute / 60_000;
  const msToFill = burst / perMs;
  const forget = (at: number) => {
    for (const [key, bucket] of buckets) if (at - bucket.at >= msToFill) buckets.delete(key);
  };
  let forgotAt = now();
  return {
    take(key) {
      const at = now();
      if (at - forgotAt > msToFill) {
        forget(at);
        forgotAt = at;
      }
      const bucket = buckets.get(key) ?? { left: burst, at };
      const left = Math.min(burst, bucket.left + (at - bucket.at) * perMs);
      if (left < 1) {
        buckets.set(key, { left, at });
        return Math.ceil((1 - left) / perMs);
      }
      buckets.set(key, { left: left - 1, at });
      return 0;
    },
  };
}
