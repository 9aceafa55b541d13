import { array, assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { shareAnImage } from "@/server/test-set-store/share-an-image";

function concatenate(values: number[]): Buffer {
  const digests = [...new Set(values)].map((value) => Buffer.alloc(16, value));
  return Buffer.concat(digests.sort(Buffer.compare));
}

test("two sets share an image exactly when a digest is in both", () => {
  const values = array(nat(255), { maxLength: 8 });
  const rule = property(values, values, (a, b) => {
    expect(shareAnImage(concatenate(a), concatenate(b))).toBe(a.some((value) => b.includes(value)));
  });
  assert(rule);
});
