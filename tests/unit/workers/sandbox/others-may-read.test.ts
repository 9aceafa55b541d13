import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { othersMayRead } from "@/workers/sandbox/others-may-read";

const folder = mkdtempSync(join(tmpdir(), "rung-others-"));
afterAll(() => rmSync(folder, { recursive: true }));
const inside = join(folder, "models");
const model = join(inside, "model.onnx");
mkdirSync(inside);
writeFileSync(model, "");

const rows = [
  [0o644, 0o755, true, true],
  [0o644, 0o700, true, false],
  [0o640, 0o755, false, false],
] as const;

test.each(rows)("a file of mode %o in a folder of mode %o", (ofFile, ofFolder, shown, inPlace) => {
  chmodSync(folder, 0o755);
  chmodSync(inside, ofFolder);
  chmodSync(model, ofFile);
  expect(othersMayRead(model, { inPlace: false })).toBe(shown);
  expect(othersMayRead(model, { inPlace: true })).toBe(inPlace);
});
