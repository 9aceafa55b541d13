import type { Refusal } from "./inspection-schema";

const damaged = "Export the model again and compare the file's size after each copy.";

/** The file cannot be read to its end as one ONNX model; thrown only inside server/onnx, never by `inspectModel`. */
export class UnreadableModel extends Error {
  readonly refusal: Refusal;

  constructor(code: string, sentence: string, hint = damaged) {
    super(sentence);
    this.name = "UnreadableModel";
    this.refusal = { code, sentence, where: null, hint };
  }
}
