import { expect, test } from "vitest";
import { tokenBucket } from "@/server/web-process/token-bucket";

function bucketAt() {
  const clock = { ms: 0 };
  return { clock, bucket: tokenBucket({ burst: 3, perMinute: 6, now: () => clock.ms }) };
}

test("a burst is allowed at once, the next must wait for its share of a minute", () => {
  const { bucket } = bucketAt();
  expect([1, 2, 3].map(() => bucket.take("a"))).toEqual([0, 0, 0]);
  expect(bucket.take("a")).toBe(10_000);
});

test("waiting as long as was said is enough, a millisecond less is not", () => {
  const { bucket, clock } = bucketAt();
  for (let i = 0; i < 3; i += 1) bucket.take("a");
  const waitMs = bucket.take("a");
  clock.ms += waitMs - 1;
  expect(bucket.take("a")).toBeGreaterThan(0);
  clock.ms += 1;
  expect(bucket.take("a")).toBe(0);
});

test("one key's excess costs another nothing", () => {
  const { bucket } = bucketAt();
  for (let i = 0; i < 10; i += 1) bucket.take("a");
  expect(bucket.take("b")).toBe(0);
});

test("in the long run no more than the rate gets through, however often one asks", () => {
  const { bucket, clock } = bucketAt();
  let allowed = 0;
  for (; clock.ms < 600_000; clock.ms += 100) if (bucket.take("a") === 0) allowed += 1;
  expect(allowed).toBeLessThanOrEqual(3 + 60);
  expect(allowed).toBeGreaterThanOrEqual(60);
});
