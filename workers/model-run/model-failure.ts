/** A model that failed on public images: a sentence for its author, and what to do. */
export class ModelFailure extends Error {
  /** Processor time that the model had taken by then, ms. */
  cpuMs = 0;

  constructor(
    readonly kind: "load" | "time" | "memory" | "crash" | "run" | "output" | "non-finite",
    sentence: string,
    readonly hint: string,
  ) {
    super(sentence);
    this.name = "ModelFailure";
  }
}
