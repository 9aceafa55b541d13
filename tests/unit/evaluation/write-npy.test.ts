import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { writeNpy } from "@/server/evaluation/write-npy";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("writes the bytes that numpy.save 2.4 writes for np.arange(24, dtype=uint8).reshape(2, 2, 2, 3)", () => {
  const file = writeNpy(
    Uint8Array.from({ length: 24 }, (_, i) => i),
    [2, 2, 2, 3],
  );
  expect(sha256(file)).toBe("12de5cadcf72a7ee3d9041399196417d1b6d6736587a836f3efbcbe9179eea9d");
});

test("writes the bytes that numpy.save 2.4 writes for np.array([3, -1, 2**40])", () => {
  const file = writeNpy(BigInt64Array.of(3n, -1n, 2n ** 40n), [3]);
  expect(sha256(file)).toBe("08d9494730a738e3c609f75d71d09bfd87aa8c1b4b7c47fc0da58da9eae9b8df");
});

test("a shape that does not hold all numbers is refused", () => {
  expect(() => writeNpy(new Uint8Array(5), [2, 3])).toThrow(RangeError);
});
