import { side } from "./canvas";
import type { DrawnShapes } from "./draw-shapes";
import { makeExtractor } from "./extract-features";
import { bankSizes, type FilterBank } from "./filter-bank";
import { fitReadout, type Readout } from "./fit-readout";
import { makeFilters } from "./make-filters";
import { shapesClasses } from "./shapes-classes";

export type Classifier = { bank: FilterBank; readout: Readout };

/** A classifier's design, chosen before training. */
export type ClassifierDesign = Omit<FilterBank, "weights"> & {
  filters: number;
  whitening: number;
  ridge: number;
};

/**
 * Trains a classifier: filters from random patches of the images, a ridge readout on their features. All randomness comes from
 * `random`.
 */
export function trainClassifier(
  { filters, whitening, ridge, ...bankDesign }: ClassifierDesign,
  { pixels, labels }: DrawnShapes,
  random: () => number,
): Classifier {
  const { patch, scaled } = bankDesign;
  const weights = makeFilters({ pixels, patch, scaled, whitening, count: filters, random });
  const bank = { ...bankDesign, weights };
  const extract = makeExtractor(bank);
  const imageSize = side * side * 3;
  const readout = fitReadout({
    features: bankSizes(bank).features,
    featuresOf: (image) => extract(pixels.subarray(image * imageSize, (image + 1) * imageSize)),
    labels,
    classes: shapesClasses.length,
    ridge,
  });
  return { bank, readout };
}
