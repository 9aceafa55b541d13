import { makeExtractor } from "./extract-features";
import type { Classifier } from "./train-classifier";

/** Class scores of an image (uint8 `[32, 32, 3]`), as the exported model computes them. */
export function makeScorer({ bank, readout }: Classifier): (image: Uint8Array) => Float64Array {
  const extract = makeExtractor(bank);
  return (image) => {
    const features = extract(image);
    return readout.bias.map((bias, c) =>
      features.reduce((sum, value, i) => sum + value * readout.weights[c * features.length + i]!, bias),
    );
  };
}
