import type { RunFacts } from "./run-facts";

/** A model that failed on public images: a sentence for its author, and what to do. */
export class ModelFailure extends Error {
  /** Processor time that the model had taken by then, ms. */
  cpuMs = 0;
  /** The first image on which it failed, counted from 1; null where it was none. */
  image: number | null = null;
  facts: RunFacts | null = null;

  constructor(
    readonly kind: "load" | "time" | "memory" | "crash" | "run" | "output" | "non-finite" | "constant",
    sentence: string,
    readonly hint: string,
  ) {
    super(sentence);
    this.name = "ModelFailure";
  }
}
