import type { Binding } from "./runtime-files";

/** What a confined command is given, and whose rights it has. */
export interface Confinement {
  bindings: Binding[];
  environment: Record<string, string>;
  /** a GPU runtime reads /proc */
  proc: boolean;
  /** a compiled system-call filter */
  filter: string | null;
  /** the kernel's idea of who it is: this process's own user, whatever it sees, or one that nobody is */
  user: "own" | "other";
  command: string[];
}
