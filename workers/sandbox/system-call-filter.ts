import { callNumber, otherCalls, refusedCalls } from "./system-calls";

/*
 * A classic BPF program for seccomp: each instruction is { u16 code, u8 jt, u8 jf, u32 k }, little-endian, over
 * struct seccomp_data { int nr; u32 arch; u64 ip; u64 args[6] }.
 */
type Instruction = readonly [code: number, yes: number, no: number, k: number];
type Test = readonly [code: number, k: number];

const LOAD = 0x20;
const JUMP = 0x05;
const JUMP_EQUAL = 0x15;
const JUMP_AT_LEAST = 0x35;
const JUMP_SET = 0x45;
const RETURN = 0x06;

const ALLOW = 0x7fff0000;
const KILL_PROCESS = 0x80000000;
const refuse = (errno: number) => 0x00050000 | errno;
const REFUSE = refuse(1); // EPERM
const SEEMS_ABSENT = refuse(38); // ENOSYS

const ARCHITECTURES: Partial<Record<NodeJS.Architecture, number>> = { x64: 0xc000003e, arm64: 0xc00000b7 };
/** On x86-64 each call has a second number, counted from here. */
const OTHER_NUMBERING = 0x40000000;

const argument = (index: number) => 16 + 8 * index;
const CLONE_THREAD: Test = [JUMP_SET, 0x10000];
/** O_WRONLY, O_RDWR, O_CREAT, O_TRUNC */
const TO_WRITE: Test = [JUMP_SET, 0x1 | 0x2 | 0x40 | 0x200];
/** F_SETOWN, F_SETSIG, F_SETOWN_EX: whom to signal when a file is ready */
const TO_SIGNAL: Test[] = [8, 10, 15].map((command) => [JUMP_EQUAL, command]);
const ITSELF: Test = [JUMP_EQUAL, 0];

/**
 * The program's bytes; null for a processor whose calls are not listed. It allows new threads but no new process, and reading
 * files but not writing them.
 */
export function systemCallFilter(processor: NodeJS.Architecture): Uint8Array | null {
  const arch = ARCHITECTURES[processor];
  if (arch === undefined) return null;
  const numberOf = (name: keyof typeof otherCalls) => callNumber(otherCalls[name], processor);
  const { clone, clone3, open, openat, openat2, fcntl, prlimit64 } = Object.fromEntries(
    Object.keys(otherCalls).map((name) => [name, numberOf(name as keyof typeof otherCalls)]),
  ) as Record<keyof typeof otherCalls, number | null>;
  const refused = Object.values(refusedCalls)
    .map((numbers) => callNumber(numbers, processor))
    .filter((number) => number !== null);
  return assemble([
    [LOAD, 0, 0, 4],
    [JUMP_EQUAL, 1, 0, arch],
    [RETURN, 0, 0, KILL_PROCESS],
    [LOAD, 0, 0, 0],
    [JUMP_AT_LEAST, 0, 1, OTHER_NUMBERING],
    [RETURN, 0, 0, KILL_PROCESS],
    ...refused.map((number, i): Instruction => [JUMP_EQUAL, refused.length - i, 0, number]),
    [JUMP, 0, 0, 1],
    [RETURN, 0, 0, REFUSE],
    // Their flags are in memory, where a filter cannot see them; the C library then uses clone and openat.
    ...whenCalled(clone3, { answer: SEEMS_ABSENT }),
    ...whenCalled(openat2, { answer: SEEMS_ABSENT }),
    ...whenCalled(clone, { of: argument(0), tests: [CLONE_THREAD], ifSo: ALLOW, answer: REFUSE }),
    ...whenCalled(open, { of: argument(1), tests: [TO_WRITE], ifSo: REFUSE, answer: ALLOW }),
    ...whenCalled(openat, { of: argument(2), tests: [TO_WRITE], ifSo: REFUSE, answer: ALLOW }),
    ...whenCalled(fcntl, { of: argument(1), tests: TO_SIGNAL, ifSo: REFUSE, answer: ALLOW }),
    ...whenCalled(prlimit64, { of: argument(0), tests: [ITSELF], ifSo: ALLOW, answer: REFUSE }),
    [RETURN, 0, 0, ALLOW],
  ]);
}

interface Rule {
  /** where the argument is that is tested */
  of?: number;
  tests?: readonly Test[];
  /** the answer where a test holds */
  ifSo?: number;
  /** the answer otherwise */
  answer: number;
}

function whenCalled(
  number: number | null,
  { of = 0, tests = [], ifSo = REFUSE, answer }: Rule,
): Instruction[] {
  if (number === null) return [];
  const body: Instruction[] = [
    ...(tests.length > 0 ? ([[LOAD, 0, 0, of]] as const) : []),
    ...tests.flatMap(([code, k]): Instruction[] => [
      [code, 0, 1, k],
      [RETURN, 0, 0, ifSo],
    ]),
    [RETURN, 0, 0, answer],
  ];
  return [[JUMP_EQUAL, 0, body.length, number], ...body];
}

function assemble(program: Instruction[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(program.length * 8));
  program.forEach(([code, yes, no, k], i) => {
    bytes.setUint16(i * 8, code, true);
    bytes.setUint8(i * 8 + 2, yes);
    bytes.setUint8(i * 8 + 3, no);
    bytes.setUint32(i * 8 + 4, k, true);
  });
  return new Uint8Array(bytes.buffer);
}
