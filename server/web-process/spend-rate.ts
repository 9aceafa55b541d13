import { RungError } from "../errors";
import { processWide } from "./process-wide";
import { type TokenBucket, tokenBucket } from "./token-bucket";

/** `burst` at once, `perMinute` in the long run, a key each (an address or a user). */
const limits = {
  "sign-in": { burst: 20, perMinute: 10 },
  "bad-token": { burst: 20, perMinute: 10 },
  "new-token": { burst: 10, perMinute: 2 },
  upload: { burst: 30, perMinute: 10 },
  inspection: { burst: 30, perMinute: 20 },
  submission: { burst: 30, perMinute: 10 },
} as const;

export type RateLimited = keyof typeof limits;

/** Counts one act against a limit. Throws `too_many_requests`, saying in how many seconds the next is allowed. */
export function spendRate(act: RateLimited, key: string): void {
  const waitMs = bucketOf(act).take(key);
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new RungError(
    "too_many_requests",
    "Too many requests of this kind in a short time.",
    `Try again in ${seconds} s.`,
  );
}

function bucketOf(act: RateLimited): TokenBucket {
  return processWide(`rate limit: ${act}`, () => tokenBucket({ ...limits[act], now: Date.now }));
}
