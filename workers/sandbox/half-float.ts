const floats = new Float32Array(1);
const bits = new Uint32Array(floats.buffer);

/** IEEE 754 binary16 bits of a number, rounded to nearest even. */
export function toHalf(value: number): number {
  floats[0] = value;
  const x = bits[0]!;
  const sign = (x >>> 16) & 0x8000;
  const rest = x & 0x7fffffff;
  if (rest > 0x7f800000) return sign | 0x7e00;
  if (rest >= 0x477ff000) return sign | 0x7c00;
  if (rest < 0x33000001) return sign;
  if (rest < 0x38800000) {
    const shift = 126 - (rest >>> 23);
    return sign | roundedShift((rest & 0x7fffff) | 0x800000, shift);
  }
  return sign | roundedShift(rest - 0x38000000, 13);
}

/** The number that binary16 bits represent. */
export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function roundedShift(value: number, shift: number): number {
  const half = 2 ** (shift - 1);
  const kept = value >>> shift;
  const lost = value & (2 ** shift - 1);
  return kept + (lost > half || (lost === half && kept % 2 === 1) ? 1 : 0);
}
