import { createHmac } from "node:crypto";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "../../db/client";
import { rateLimits } from "../../db/schema";

/** Counts one act of a key. Resolves with 0 if it is allowed, else with the milliseconds until the next is. */
export type SpendRate = (key: string) => Promise<number>;

/** The clocks of two machines differ by less. */
const skewMs = 60_000;

/**
 * A rate limit shared by all processes on one database: `burst` acts of a key (an address, a user) in a window that begins with
 * the first and lasts as long as `burst` acts take at `perMinute`. The database sees keys only as hashes under `secret`, and rows
 * of windows long past are removed. A window that seems longer than it is began before the clock was set back, and is over. Without the database nothing is allowed: it throws the database's error.
 */
export function sharedRate({
  db,
  secret,
  act,
  burst,
  perMinute,
}: {
  db: Database;
  secret: string;
  act: string;
  burst: number;
  perMinute: number;
}): SpendRate {
  const limiter = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: act,
    points: burst,
    duration: (60 * burst) / perMinute,
    // Once refused, a key is refused from memory until its window ends, so a flood causes no writes.
    inMemoryBlockOnConsumed: burst,
  });
  const windowMs = (60_000 * burst) / perMinute;
  const last = new Map<string, Promise<number>>();
  return async (key) => {
    const hashed = createHmac("sha256", secret).update(`rate of ${key}`).digest("base64url");
    // One at a time, so that of a thousand at once only the first few reach the database.
    const mine = (last.get(hashed) ?? Promise.resolve(0)).then(() => spend(limiter, hashed, windowMs));
    last.set(hashed, mine);
    try {
      return await mine;
    } finally {
      if (last.get(hashed) === mine) last.delete(hashed);
    }
  };
}

async function spend(limiter: RateLimiterDrizzle, key: string, windowMs: number): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    if (refusal.msBeforeNext <= windowMs + skewMs) return Math.max(1, refusal.msBeforeNext);
    await limiter.delete(key);
    return spend(limiter, key, windowMs);
  }
}
