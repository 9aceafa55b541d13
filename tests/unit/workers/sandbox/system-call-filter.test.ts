import { expect, test } from "vitest";
import { systemCallFilter } from "@/workers/sandbox/system-call-filter";
import { callNumber, refusedCalls } from "@/workers/sandbox/system-calls";

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;
const X64 = 0xc000003e;
const ARM64 = 0xc00000b7;
const processors = [
  ["x64", X64],
  ["arm64", ARM64],
] as const;

/** What the kernel would do: classic BPF over { nr, arch, ip, args }, the few instructions that are used. */
function decide(
  program: Uint8Array,
  { nr, arch, args = [] }: { nr: number; arch: number; args?: number[] },
): number {
  const view = new DataView(program.buffer);
  const word = (at: number) => (at === 0 ? nr : at === 4 ? arch : (args[(at - 16) / 8] ?? 0));
  let loaded = 0;
  for (let pc = 0; pc * 8 < program.length; pc += 1) {
    const code = view.getUint16(pc * 8, true);
    const k = view.getUint32(pc * 8 + 4, true);
    if (code === 0x06) return k;
    if (code === 0x20) loaded = word(k);
    else if (code === 0x05) pc += k;
    else {
      const taken = code === 0x15 ? loaded === k : code === 0x35 ? loaded >= k : (loaded & k) !== 0;
      pc += view.getUint8(pc * 8 + (taken ? 2 : 3));
    }
  }
  throw new Error("fell off the end");
}

test.each(processors)("%s: threads may start, processes may not", (processor, arch) => {
  const program = systemCallFilter(processor)!;
  const nr = { x64: 56, arm64: 220 }[processor];
  expect(decide(program, { nr, arch, args: [0x10000 | 0x100] })).toBe(ALLOW);
  expect(decide(program, { nr, arch, args: [17] })).toBe(EPERM);
  expect(decide(program, { nr, arch, args: [0x10000000] })).toBe(EPERM);
  expect(decide(program, { nr: 435, arch })).toBe(ENOSYS);
});

test.each(processors)("%s: files may be opened to read, not to write, make or empty", (processor, arch) => {
  const program = systemCallFilter(processor)!;
  const nr = { x64: 257, arm64: 56 }[processor];
  const opened = (flags: number) => decide(program, { nr, arch, args: [-100, 0, flags] });
  for (const flags of [0, 0o2000000, 0o200000]) expect(opened(flags)).toBe(ALLOW);
  for (const flags of [0o1, 0o2, 0o100, 0o1000, 0o2000002]) expect(opened(flags)).toBe(EPERM);
  expect(decide(program, { nr: 437, arch })).toBe(ENOSYS);
});

test.each(processors)("%s: a process limits and signals nobody but itself", (processor, arch) => {
  const program = systemCallFilter(processor)!;
  const [prlimit, fcntl] = { x64: [302, 72], arm64: [261, 25] }[processor] as [number, number];
  expect(decide(program, { nr: prlimit, arch, args: [0] })).toBe(ALLOW);
  expect(decide(program, { nr: prlimit, arch, args: [1] })).toBe(EPERM);
  for (const command of [1, 2, 3, 4, 1030])
    expect(decide(program, { nr: fcntl, arch, args: [3, command] })).toBe(ALLOW);
  for (const command of [8, 10, 15])
    expect(decide(program, { nr: fcntl, arch, args: [3, command] })).toBe(EPERM);
});

test.each(processors)("%s: every listed call is refused", (processor, arch) => {
  const program = systemCallFilter(processor)!;
  const numbers = Object.values(refusedCalls).map((call) => callNumber(call, processor));
  for (const nr of numbers) if (nr !== null) expect(decide(program, { nr, arch })).toBe(EPERM);
});

test("sockets, tracing, mounts and new namespaces are refused; reading, mapping and waiting are not", () => {
  // asm/unistd_64.h and asm-generic/unistd.h of Linux
  const x64 = systemCallFilter("x64")!;
  for (const nr of [41, 42, 62, 101, 165, 272, 308, 321, 425])
    expect(decide(x64, { nr, arch: X64 })).toBe(EPERM);
  for (const nr of [0, 1, 9, 11, 12, 59, 202, 231]) expect(decide(x64, { nr, arch: X64 })).toBe(ALLOW);
  const arm64 = systemCallFilter("arm64")!;
  for (const nr of [198, 203, 129, 117, 40, 97, 268, 280, 425])
    expect(decide(arm64, { nr, arch: ARM64 })).toBe(EPERM);
  for (const nr of [63, 64, 222, 215, 214, 221, 98, 94])
    expect(decide(arm64, { nr, arch: ARM64 })).toBe(ALLOW);
});

test("calls under another numbering end the process instead of slipping through", () => {
  const program = systemCallFilter("x64")!;
  expect(decide(program, { nr: 359, arch: 0x40000003 })).toBe(KILL);
  expect(decide(program, { nr: 0x40000000 + 41, arch: X64 })).toBe(KILL);
});

test("a processor whose calls are not listed has no filter rather than a wrong one", () => {
  expect(systemCallFilter("riscv64")).toBeNull();
});
