import type { Ending } from "./model-child";
import type { Chunk } from "./remaining-work";

/** A child that ended before its work was done. */
export interface Interruption {
  ending: Ending;
  /** our program had not begun, or somebody else killed it: the machine's fault */
  ours: boolean;
  /** it had not loaded the model yet */
  loading: boolean;
  /** the processor time that it had for what it was doing, ms */
  allowedMs: number;
  /** handed out and not answered, in order: the child was at the first of them */
  unanswered: Chunk[];
}
