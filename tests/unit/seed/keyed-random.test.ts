import { expect, test } from "vitest";
import { keyedRandom } from "@/server/seed/keyed-random";

const seed = new Uint8Array(32);

test("the numbers are the AES-256-CTR key stream under HMAC-SHA-256(seed, purpose), as openssl computes it", () => {
  const random = keyedRandom(seed, "original");
  expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([
    1141173439, 4123890009, 2275425487,
  ]);
});

test("another purpose or another seed gives other numbers", () => {
  const first = keyedRandom(seed, "original")();
  expect(keyedRandom(seed, "new")()).not.toBe(first);
  expect(keyedRandom(new Uint8Array(32).fill(1), "original")()).not.toBe(first);
});

test("the stream goes on past its first buffer without repeating it", () => {
  const random = keyedRandom(seed, "original");
  const numbers = Array.from({ length: 40_000 }, random);
  expect(new Set(numbers).size).toBeGreaterThan(39_990);
});

test("a seed that is not 32 bytes long is refused", () => {
  expect(() => keyedRandom(new Uint8Array(31), "original")).toThrow(RangeError);
});
