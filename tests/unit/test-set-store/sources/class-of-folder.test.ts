import { expect, test } from "vitest";
import { classOfFolder } from "@/server/test-set-store/sources/class-of-folder";

const classes = ["tench, Tinca tinca", "goldfish", "café"];
const synsets = ["n01440764", "n01443537", "n00000001"];

test("a folder names its class by name, by synset as ImageNet's do, or by index as ImageNetV2's do", () => {
  const labelOf = classOfFolder({ classes, synsets });
  expect(["goldfish", "n01443537", "1"].map(labelOf)).toEqual([1, 1, 1]);
  expect(["cafe\u0301", "2"].map(labelOf)).toEqual([2, 2]);
  expect(["3", "01", "n0", "Goldfish", ""].map(labelOf)).toEqual(Array(5).fill(undefined));
});

test("where classes are called like numbers, a number is a name and never an index", () => {
  const labelOf = classOfFolder({ classes: ["1", "0", "seven"] });
  expect(["0", "1", "2"].map(labelOf)).toEqual([1, 0, undefined]);
});
