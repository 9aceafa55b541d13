import type { Confinement } from "./confinement";

/** The file descriptor from which the system-call filter is read. */
export const FILTER_FILE = 4;

const ALONE =
  "--unshare-all --unshare-user --uid 65534 --gid 65534 --hostname sandbox --die-with-parent --new-session --clearenv".split(
    " ",
  );
const NOTHING_TO_WRITE = "--dir /work --remount-ro / --chdir /work".split(" ");

/** `bwrap` and its arguments: own namespaces and user, no network, no environment, nothing writable. */
export function bubblewrap({ bindings, environment, proc, filter, command }: Confinement): string[] {
  return [
    "bwrap",
    ...ALONE,
    ...Object.entries(environment).flatMap(([name, value]) => ["--setenv", name, value]),
    ...bindings.flatMap(({ from, to, device }) => [device ? "--dev-bind" : "--ro-bind", from, to]),
    ...(proc ? ["--proc", "/proc"] : []),
    ...NOTHING_TO_WRITE,
    ...(filter === null ? [] : ["--seccomp", String(FILTER_FILE)]),
    "--",
    ...command,
  ];
}
