import { expect, test } from "vitest";
import { imagenetClasses } from "@/server/seed/imagenet-classes";

test("ImageNet's classes are those of ILSVRC 2012: 1,000 synsets in the order of their ids, each with a name of its own", () => {
  const { classes, synsets } = imagenetClasses;
  expect(synsets).toHaveLength(1_000);
  expect(synsets).toEqual([...synsets].sort());
  expect(new Set(classes).size).toBe(1_000);
});

// As torchvision's ImageNet_Classes and timm's imagenet_synsets.txt number them.
const known = [
  [0, "n01440764", "tench"],
  [1, "n01443537", "goldfish"],
  [134, "n02012849", "crane (bird)"],
  [281, "n02123045", "tabby"],
  [517, "n03126707", "crane (machine)"],
  [639, "n03710721", "maillot"],
  [999, "n15075141", "toilet tissue"],
] as const;

for (const [index, synset, lemma] of known) {
  test(`class ${index} is ${lemma}, ${synset}`, () => {
    expect(imagenetClasses.synsets[index]).toBe(synset);
    expect(imagenetClasses.classes[index]!.split(", ")[0]).toBe(lemma);
  });
}
