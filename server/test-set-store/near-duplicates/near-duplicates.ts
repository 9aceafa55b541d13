import { alignedDistance } from "./aligned-distance";
import { digestOf, mirrored } from "./digest";
import { miniatureBytes } from "./miniature";
import { searchDigests } from "./search-digests";
import { type Window, windowCosines } from "./window";

/** Two images (places in their sets) of which one is nearly the other, and the distance of their digests once aligned. */
export interface NearDuplicate {
  image: number;
  other: number;
  distance: number;
}

/**
 * Two pictures whose aligned digests are nearer than this are one (a correlation of 0.97). Of CIFAR-10's test images 99 in 100 are
 * found re-encoded (JPEG 50 to 95, WebP, PNG), resized, mirrored or cropped to 28/32, and nine in ten at 27/32; the 10,000 among
 * themselves and 1,600 from elsewhere have no pair below 0.25 that a person would not call one photograph. `npm run bench -- alike`.
 */
const nearBelow = 0.25;
/** Digests are looked for in five windows, which may lie beside the one that matches: the nearest few are aligned. */
const alignBelow = 0.7;
const mostAligned = 4;
const cut = 0.1;
const windows = (
  [
    [0, 1, 0, 1],
    [0, 1 - cut, 0, 1 - cut],
    [cut, 1, 0, 1 - cut],
    [0, 1 - cut, cut, 1],
    [cut, 1, cut, 1],
  ] satisfies Window[]
).map((window) => ({ window, cosines: windowCosines(window) }));
const whole = windows[0]!.cosines;

/**
 * The images of a set that are nearly images of another, each with the nearest: re-encoded, resized, made lighter or darker,
 * mirrored, or cropped, the one from the other or the other way round, to no less than about seven eighths of the sides. Both sets
 * are miniatures, one after the other. A plain surface is like nothing. Takes up to a minute of a processor for 10,000 images each.
 */
export function nearDuplicates(images: Uint8Array, others: Uint8Array): NearDuplicate[] {
  const [ours, theirs] = [split(images), split(others)];
  const nearest = new Map<number, NearDuplicate>();
  const note = (pair: NearDuplicate) => {
    if (pair.distance < (nearest.get(pair.image)?.distance ?? nearBelow)) nearest.set(pair.image, pair);
  };
  eachAligned(ours, theirs, (image, other, distance) => note({ image, other, distance }));
  eachAligned(theirs, ours, (other, image, distance) => note({ image, other, distance }));
  return [...nearest.values()].sort((a, b) => a.image - b.image);
}

function split(miniatures: Uint8Array): Uint8Array[] {
  return Array.from({ length: miniatures.length / miniatureBytes }, (_, image) =>
    miniatures.subarray(image * miniatureBytes, (image + 1) * miniatureBytes),
  );
}

/** Pairs in which the whole of a picture, or of its mirror image, may be a part of another. */
function eachAligned(
  wholes: Uint8Array[],
  parts: Uint8Array[],
  aligned: (whole: number, part: number, distance: number) => void,
) {
  const digests = wholes.flatMap((miniature) => {
    const digest = digestOf(miniature, whole);
    return [digest, digest && mirrored(digest)];
  });
  const search = searchDigests(digests, alignBelow);
  for (const [part, miniature] of parts.entries()) {
    const found = new Map<number, { distance: number; window: Window }>();
    for (const { window, cosines } of windows) {
      const digest = digestOf(miniature, cosines);
      if (!digest) continue;
      search(digest, (place, distance) => {
        if (distance < (found.get(place)?.distance ?? Infinity)) found.set(place, { distance, window });
      });
    }
    const nearest = [...found].sort(([, a], [, b]) => a.distance - b.distance).slice(0, mostAligned);
    for (const [place, { window }] of nearest) {
      aligned(place >> 1, part, alignedDistance(digests[place]!, miniature, window));
    }
  }
}
