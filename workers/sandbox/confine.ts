import { fileURLToPath } from "node:url";
import { callNumber, otherCalls } from "./system-calls";

interface Confine {
  /** a folder to take for the root directory */
  root?: string;
  /** another user's number, or `mapped`: nobody, in a user namespace of its own */
  user?: number | "mapped";
  /** processes and threads */
  processes?: number;
  /** the only paths that may be opened, to read and to run; all where absent */
  readable?: string[];
  /** a compiled system-call filter */
  filter: string | null;
}

const PROGRAM = fileURLToPath(new URL("./confine.pl", import.meta.url));
const CALLS = ["prctl", "capset", "prlimit64", "unshare", "setgroups", "setresgid", "setresuid"] as const;

/** `perl` and its arguments, to go before a command: it gives up what the command must not have, for good. */
export function confine({ root, user, processes, readable, filter }: Confine): string[] {
  return [
    "perl",
    PROGRAM,
    ...CALLS.map((name) => `${name}=${callNumber(otherCalls[name], process.arch)}`),
    ...(root === undefined ? [] : [`root=${root}`]),
    ...(user === undefined ? [] : [`user=${user}`]),
    ...(processes === undefined ? [] : [`processes=${processes}`]),
    ...(readable === undefined ? [] : ["landlock=1", ...readable.map((path) => `read=${path}`)]),
    ...(filter === null ? [] : [`filter=${filter}`]),
    "--",
  ];
}
