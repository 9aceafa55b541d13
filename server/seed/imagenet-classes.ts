import { readFileSync } from "node:fs";

const lines = readFileSync(new URL("./imagenet-classes.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t") as [synset: string, name: string]);

/**
 * The 1,000 classes of the ImageNet challenge in the order of a model's scores: that of their synset ids, which ILSVRC 2012, timm and
 * torchvision share (the last two were compared line by line). A name is the synset's lemmas in WordNet 3.0 (Princeton University
 * 2006), except that its two synsets of the one lemma "crane" are told apart.
 * Sources: Russakovsky et al. 2015, ImageNet Large Scale Visual Recognition Challenge; https://wordnet.princeton.edu.
 */
export const imagenetClasses = {
  classes: lines.map(([, name]) => name),
  synsets: lines.map(([synset]) => synset),
};
