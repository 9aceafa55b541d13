import { expect, test } from "vitest";
import { shortBytes } from "@/server/problems/short-bytes";

test("sizes take the usual short form", () => {
  expect(shortBytes(0)).toBe("0 bytes");
  expect(shortBytes(1)).toBe("1 byte");
  expect(shortBytes(12_400_000)).toBe("12.4 MB");
  expect(shortBytes(2_147_483_647)).toBe("2.15 GB");
});
