import { expect, test } from "vitest";
import { instructionSet } from "@/workers/device/instruction-set";

const of = (flags: string) => instructionSet(`processor\t: 0\nflags\t\t: ${flags}\nbugs\t\t:\n`);

test.each([
  ["fpu sse2 avx avx2", "avx2"],
  ["avx2 avx512f avx512dq", "avx512"],
  ["avx2 avx_vnni", "vnni"],
  ["avx2 avx512f avx512_vnni", "vnni"],
  ["avx2 avx512f avx512_vnni amx_tile amx_int8", "amx"],
])("of %s the widest set counts: %s", (flags, set) => {
  expect(of(flags)).toBe(set);
});

test("a processor without one has none", () => {
  expect(of("fpu sse2")).toBeNull();
  expect(instructionSet("Features\t: fp asimd")).toBeNull();
});
