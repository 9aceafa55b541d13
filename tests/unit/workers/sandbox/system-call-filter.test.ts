import { expect, test } from "vitest";
import { systemCallFilter } from "@/workers/sandbox/system-call-filter";

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const EPERM = 0x00050001;
const X64 = 0xc000003e;
const ARM64 = 0xc00000b7;

/** What the kernel would do: classic BPF over { nr, arch, ip, args }, the few instructions that are used. */
function decide(
  program: Uint8Array,
  { nr, arch, flags = 0 }: { nr: number; arch: number; flags?: number },
): number {
  const view = new DataView(program.buffer);
  const data: Record<number, number> = { 0: nr, 4: arch, 16: flags };
  let loaded = 0;
  for (let pc = 0; pc * 8 < program.length; pc += 1) {
    const code = view.getUint16(pc * 8, true);
    const k = view.getUint32(pc * 8 + 4, true);
    if (code === 0x06) return k;
    if (code === 0x20) loaded = data[k]!;
    else {
      const taken = code === 0x15 ? loaded === k : code === 0x35 ? loaded >= k : (loaded & k) !== 0;
      pc += view.getUint8(pc * 8 + (taken ? 2 : 3));
    }
  }
  throw new Error("fell off the end");
}

test("threads may start, processes may not", () => {
  for (const [processor, arch, clone] of [
    ["x64", X64, 56],
    ["arm64", ARM64, 220],
  ] as const) {
    const program = systemCallFilter(processor)!;
    expect(decide(program, { nr: clone, arch, flags: 0x10000 | 0x100 })).toBe(ALLOW);
    expect(decide(program, { nr: clone, arch, flags: 17 })).toBe(EPERM);
    expect(decide(program, { nr: clone, arch, flags: 0x10000000 })).toBe(EPERM);
  }
});

test("sockets, tracing, mounts and new namespaces are refused; reading and writing are not", () => {
  const program = systemCallFilter("x64")!;
  for (const nr of [41, 42, 101, 165, 272, 308, 321, 425])
    expect(decide(program, { nr, arch: X64 })).toBe(EPERM);
  for (const nr of [0, 1, 9, 12, 59, 202, 231]) expect(decide(program, { nr, arch: X64 })).toBe(ALLOW);
});

test("calls under another numbering end the process instead of slipping through", () => {
  const program = systemCallFilter("x64")!;
  expect(decide(program, { nr: 359, arch: 0x40000003 })).toBe(KILL);
  expect(decide(program, { nr: 0x40000000 + 41, arch: X64 })).toBe(KILL);
});

test("a processor whose calls are not listed has no filter rather than a wrong one", () => {
  expect(systemCallFilter("riscv64")).toBeNull();
});
