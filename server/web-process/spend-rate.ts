import { randomUUID } from "node:crypto";
import { env } from "../env";
import { RungError } from "../errors";
import { processWide } from "./process-wide";
import { type SpendRate, sharedRate } from "./shared-rate";
import { webDatabase } from "./web-database";

/** Per key (an address or a user): `burst` at once, `perMinute` in the long run. */
const limits = {
  "sign-in": { burst: 20, perMinute: 10 },
  "bad-token": { burst: 20, perMinute: 10 },
  "new-token": { burst: 10, perMinute: 2 },
  upload: { burst: 30, perMinute: 10 },
  inspection: { burst: 60, perMinute: 60 },
  submission: { burst: 30, perMinute: 10 },
} as const;

export type RateLimited = keyof typeof limits;

/** Counts one act against a limit. Throws `too_many_requests`, saying in how many seconds the next is allowed. */
export async function spendRate(act: RateLimited, key: string): Promise<void> {
  const waitMs = await rateOf(act)(key);
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new RungError(
    "too_many_requests",
    "Too many requests of this kind in a short time.",
    `Try again in ${seconds} s.`,
    { retryAfterMs: waitMs },
  );
}

/** All copies of the site share one secret, so they count together; if none is set, each counts separately. */
function rateOf(act: RateLimited): SpendRate {
  return processWide(`rate limit: ${act}`, () =>
    sharedRate({
      db: webDatabase().db,
      secret: env().nextAuthSecret ?? randomUUID(),
      act,
      ...limits[act],
    }),
  );
}
