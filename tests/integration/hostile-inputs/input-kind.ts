/**
 * How an input ended: refused in words, run in the sandbox and failed in words, or taken (scored, imported, decoded). Anything else
 * is thrown, and a fault.
 */
export type End = "refused" | "failed" | "taken";

/** A kind of file that people send, and what the product does with one. */
export interface InputKind {
  name: string;
  /** of 100 inputs */
  share: number;
  /** one after the other where absent */
  atOnce?: number;
  draw: (random: () => number) => Uint8Array;
  judge: (bytes: Uint8Array, random: () => number) => Promise<End>;
}
