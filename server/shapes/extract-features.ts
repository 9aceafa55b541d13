import { addProducts } from "./add-products";
import { bankSizes, type FilterBank, poolGeometry } from "./filter-bank";
import { gatherPatch } from "./gather-patch";

/**
 * Features of one image (uint8 `[32, 32, 3]`): for each sign (+, -), filter and field, in this order, the mean over the field of
 * the filter's response in excess of the threshold. The two-sided random features of Coates & Ng 2012.
 */
export function makeExtractor(bank: FilterBank): (image: Uint8Array) => Float64Array {
  const { patchSize, filters, features } = bankSizes(bank);
  const { places } = poolGeometry(bank);
  const rows = Math.ceil((places * places) / 4) * 4;
  const patches = new Float64Array(rows * patchSize);
  const responses = new Float64Array(rows * filters);
  return (image) => {
    for (let place = 0; place < places * places; place++) {
      const left = (place % places) * bank.stride;
      const top = Math.floor(place / places) * bank.stride;
      gatherPatch(image, { left, top, patch: bank.patch, scaled: bank.scaled }, patches, place * patchSize);
    }
    responses.fill(0);
    addProducts({
      left: patches,
      right: bank.weights,
      stride: patchSize,
      depth: patchSize,
      out: responses,
      outStride: filters,
      rows: [0, rows],
      columns: [0, filters],
    });
    return pool(bank, filters, responses, new Float64Array(features));
  };
}

function pool(bank: FilterBank, filters: number, responses: Float64Array, out: Float64Array): Float64Array {
  const { places, step, window } = poolGeometry(bank);
  const fields = bank.grid * bank.grid;
  for (let field = 0; field < fields; field++) {
    const top = Math.floor(field / bank.grid) * step;
    const left = (field % bank.grid) * step;
    for (let y = top; y < top + window; y++) {
      for (let x = left; x < left + window; x++) {
        addResponses(responses, (y * places + x) * filters, filters, bank.threshold, out, field, fields);
      }
    }
  }
  return out.map((sum) => sum / (window * window));
}

function addResponses(
  responses: Float64Array,
  from: number,
  filters: number,
  threshold: number,
  out: Float64Array,
  field: number,
  fields: number,
): void {
  for (let filter = 0; filter < filters; filter++) {
    const response = responses[from + filter]!;
    const excess = Math.abs(response) - threshold;
    if (excess <= 0) continue;
    const at = (response > 0 ? filter : filters + filter) * fields + field;
    out[at] = out[at]! + excess;
  }
}
