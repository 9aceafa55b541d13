/** By falling width: the runtime chooses its kernels by the widest that it finds. */
const sets: [name: string, flag: RegExp][] = [
  ["amx", /^amx_(int8|bf16)$/],
  ["vnni", /^(avx512_vnni|avx_vnni)$/],
  ["avx512", /^avx512f$/],
  ["avx2", /^avx2$/],
];

/** The widest instruction set of a processor that changes a sum's last bits, from Linux's `/proc/cpuinfo`; null without one. */
export function instructionSet(cpuinfo: string): string | null {
  const flags = (/^flags\s*:(.*)$/m.exec(cpuinfo)?.[1] ?? "").split(/\s+/);
  return sets.find(([, flag]) => flags.some((one) => flag.test(one)))?.[0] ?? null;
}
