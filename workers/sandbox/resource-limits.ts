/** Limits that the kernel enforces on one child. */
export interface ResourceLimits {
  /** null if the runtime maps more than it uses (GPUs); resident memory is watched instead */
  addressSpaceBytes: number | null;
  cpuSeconds: number;
}

const FILES = 512;

/** Processes and threads of a child, counted inside its own user namespace. */
export const PROCESSES = 128;

/** Arguments for `prlimit`, to go before the program. No core file and no byte written to a file. */
export function prlimitArguments({ addressSpaceBytes, cpuSeconds }: ResourceLimits): string[] {
  // The soft limit sends SIGXCPU; the hard one, two seconds later, cannot be ignored.
  const cpu = Math.ceil(cpuSeconds);
  return [
    ...(addressSpaceBytes === null ? [] : [`--as=${Math.floor(addressSpaceBytes)}`]),
    `--cpu=${cpu}:${cpu + 2}`,
    `--nofile=${FILES}`,
    "--core=0",
    "--fsize=0",
  ];
}
