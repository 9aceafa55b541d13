/**
 * The order in which a version stores its images, as indices into what was read: by keyed digest. So the same images have the
 * same order whatever their labels, names or files, and a ladder's bits mean the same images after a label has been corrected.
 */
export function orderOfImages(digests: readonly Buffer[]): number[] {
  return digests.map((_, place) => place).sort((a, b) => digests[a]!.compare(digests[b]!));
}
