/*
 * A classic BPF program for seccomp: each instruction is { u16 code, u8 jt, u8 jf, u32 k }, little-endian, over
 * struct seccomp_data { int nr; u32 arch; u64 ip; u64 args[6] }.
 */
const LOAD = 0x20;
const JUMP_EQUAL = 0x15;
const JUMP_AT_LEAST = 0x35;
const JUMP_SET = 0x45;
const RETURN = 0x06;

const ALLOW = 0x7fff0000;
const KILL_PROCESS = 0x80000000;
const refuse = (errno: number) => 0x00050000 | errno;
const EPERM = 1;
const ENOSYS = 38;
const CLONE_THREAD = 0x10000;

interface Calls {
  arch: number;
  clone: number;
  refused: number[];
}

/** Numbers of the calls for sockets, tracing, other processes' memory, mounts, namespaces, keys, BPF, modules and rings. */
const CALLS: Partial<Record<NodeJS.Architecture, Calls>> = {
  x64: {
    arch: 0xc000003e,
    clone: 56,
    refused: [
      41, 42, 49, 50, 53, 57, 58, 101, 155, 161, 165, 166, 175, 246, 248, 249, 250, 272, 298, 308, 310, 311,
      313, 321, 323, 425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442,
    ],
  },
  arm64: {
    arch: 0xc00000b7,
    clone: 220,
    refused: [
      39, 40, 41, 51, 97, 104, 105, 117, 198, 199, 200, 201, 203, 217, 218, 219, 241, 268, 270, 271, 273, 280,
      282, 425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442,
    ],
  },
};
const CLONE3 = 435;
/** On x86-64 each call has a second number, counted from here. */
const OTHER_NUMBERING = 0x40000000;

/** The program's bytes; null for a processor whose calls are not listed. It allows new threads but no new process. */
export function systemCallFilter(processor: NodeJS.Architecture): Uint8Array | null {
  const calls = CALLS[processor];
  if (!calls) return null;
  const { arch, clone, refused } = calls;
  const when = (nr: number, action: number) => [
    [JUMP_EQUAL, 0, 1, nr],
    [RETURN, 0, 0, action],
  ];
  const program = [
    [LOAD, 0, 0, 4],
    [JUMP_EQUAL, 1, 0, arch],
    [RETURN, 0, 0, KILL_PROCESS],
    [LOAD, 0, 0, 0],
    [JUMP_AT_LEAST, 0, 1, OTHER_NUMBERING],
    [RETURN, 0, 0, KILL_PROCESS],
    ...refused.flatMap((nr) => when(nr, refuse(EPERM))),
    // Its flags are in memory, where a filter cannot see them; if it seems not to exist, the C library uses clone.
    ...when(CLONE3, refuse(ENOSYS)),
    [JUMP_EQUAL, 0, 3, clone],
    [LOAD, 0, 0, 16],
    [JUMP_SET, 1, 0, CLONE_THREAD],
    [RETURN, 0, 0, refuse(EPERM)],
    [RETURN, 0, 0, ALLOW],
  ];
  const bytes = new DataView(new ArrayBuffer(program.length * 8));
  program.forEach(([code, yes, no, k], i) => {
    bytes.setUint16(i * 8, code!, true);
    bytes.setUint8(i * 8 + 2, yes!);
    bytes.setUint8(i * 8 + 3, no!);
    bytes.setUint32(i * 8 + 4, k!, true);
  });
  return new Uint8Array(bytes.buffer);
}
