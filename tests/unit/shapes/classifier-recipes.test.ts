import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { classifierRecipes } from "@/server/shapes/classifier-recipes";

const references = classifierRecipes.filter(({ use }) => use === "reference");

test("there are at least 24 reference models of several sizes, each size from several seeds, no two of one seed", () => {
  expect(references.length).toBeGreaterThanOrEqual(24);
  expect(new Set(classifierRecipes.map(({ seed }) => seed)).size).toBe(classifierRecipes.length);
  const sizes = references.map(({ design }) => design.filters);
  expect(new Set(sizes).size).toBeGreaterThanOrEqual(6);
  for (const size of sizes) expect(sizes.filter((other) => other === size).length).toBeGreaterThanOrEqual(2);
});

test("every recipe's model is in the checkout, and no other", () => {
  const models = readdirSync("server/seed/models").map((file) => file.replace(/\.onnx$/, ""));
  expect(models.sort()).toEqual(references.map(({ name }) => name).sort());
  for (const { name, use } of classifierRecipes) {
    if (use === "example") expect(existsSync(`examples/${name}.onnx`), name).toBe(true);
  }
});
