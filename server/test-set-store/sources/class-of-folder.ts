/** The names of a benchmark's classes, and of their synsets where they are some. */
export interface ClassNames {
  classes: readonly string[];
  synsets?: readonly string[] | null | undefined;
}

/**
 * Reads the class that a folder's name stands for: the class's name, its synset, as ImageNet's folders have, or its index, as those of
 * ImageNetV2 have (not where a class is called like a number).
 * @returns the index of the class by a folder's name; undefined for none
 */
export function classOfFolder({ classes, synsets }: ClassNames): (folder: string) => number | undefined {
  const indices = classes.map((_, index) => String(index));
  const isNumbered = classes.some((name) => /^\d+$/.test(name));
  const known = [...(isNumbered ? [] : [indices]), synsets ?? [], classes];
  const labels = new Map(
    known.flatMap((names) => names.map((name, label) => [name.normalize("NFC"), label] as const)),
  );
  return (folder) => labels.get(folder.normalize("NFC"));
}
