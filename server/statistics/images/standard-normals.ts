import type { SeededRandom } from "../seeded-random";

const LAYERS = 128;
/** Where the tail begins, and the area of each layer. */
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;

const { edges, ratios } = layers();

function layers() {
  const edges = new Float64Array(LAYERS + 1);
  let height = Math.exp(-0.5 * TAIL * TAIL);
  edges[0] = AREA / height;
  edges[1] = TAIL;
  for (let i = 2; i < LAYERS; i++) {
    edges[i] = Math.sqrt(-2 * Math.log(AREA / edges[i - 1]! + height));
    height = Math.exp(-0.5 * edges[i]! * edges[i]!);
  }
  const ratios = Float64Array.from({ length: LAYERS }, (_, i) => edges[i + 1]! / edges[i]!);
  return { edges, ratios };
}

/**
 * Fills arrays with standard normal numbers: the ziggurat of Marsaglia and Tsang (J. Stat. Software 5, 2000) with the layers of
 * Doornik (2005, "An improved ziggurat method"), layer and place from different bits of one draw. The generator is inlined, as in
 * resampled-lines.ts.
 */
export function standardNormals(random: SeededRandom): (out: Float64Array) => void {
  const { state } = random;
  return (out) => {
    let [s0, s1, s2, counter] = state as unknown as [number, number, number, number];
    for (let at = 0; at < out.length; at++) {
      const bits = (s0 + s1 + counter) | 0;
      counter = (counter + 1) | 0;
      s0 = s1 ^ (s1 >>> 9);
      s1 = (s2 + (s2 << 3)) | 0;
      s2 = (((s2 << 21) | (s2 >>> 11)) + bits) | 0;
      const layer = bits & (LAYERS - 1);
      const place = ((bits >>> 7) + 0.5) * 2 ** -24 - 1;
      if (Math.abs(place) < ratios[layer]!) {
        out[at] = place * edges[layer]!;
        continue;
      }
      state.set([s0, s1, s2, counter]);
      out[at] = slowly(layer, place, random);
      [s0, s1, s2, counter] = state as unknown as [number, number, number, number];
    }
    state.set([s0, s1, s2, counter]);
  };
}

/** A place outside its layer's rectangle, once in a hundred draws; drawn anew where it is above the curve. */
function slowly(layer: number, place: number, { uint32, fraction }: SeededRandom): number {
  for (;;) {
    if (Math.abs(place) < ratios[layer]!) return place * edges[layer]!;
    if (layer === 0) return Math.sign(place) * tail(fraction);
    const x = place * edges[layer]!;
    const outer = Math.exp(-0.5 * (edges[layer]! ** 2 - x * x));
    const inner = Math.exp(-0.5 * (edges[layer + 1]! ** 2 - x * x));
    if (inner + fraction() * (outer - inner) < 1) return x;
    const bits = uint32();
    layer = bits & (LAYERS - 1);
    place = ((bits >>> 7) + 0.5) * 2 ** -24 - 1;
  }
}

/** A normal number above TAIL (Marsaglia 1964). */
function tail(fraction: () => number): number {
  for (;;) {
    const beyond = -Math.log(1 - fraction()) / TAIL;
    if (-2 * Math.log(1 - fraction()) > beyond * beyond) return TAIL + beyond;
  }
}
