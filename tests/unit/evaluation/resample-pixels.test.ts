import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { InputGeometry } from "@/server/evaluation/input-geometry";
import { resamplePixels } from "@/server/evaluation/resample-pixels";

interface PillowCase {
  picture: { width: number; height: number };
  geometry: InputGeometry;
  sha256: string;
}

const pillow = JSON.parse(
  readFileSync(new URL("../../fixtures/evaluation/pillow-resampling.json", import.meta.url), "utf8"),
) as { cases: PillowCase[] };

function drawPicture({ width, height }: { width: number; height: number }) {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ground = x * x * 7 + y * 13 + x * y * 3 + Math.floor(x / 5) * Math.floor(y / 3) * 41;
      for (let channel = 0; channel < 3; channel++) pixels[i++] = (ground + channel * 50) % 256;
    }
  }
  return { pixels, width, height };
}

describe("resamplePixels gives Pillow's bytes", () => {
  test.each(pillow.cases)(
    "$picture.width x $picture.height to $geometry",
    ({ picture, geometry, sha256 }) => {
      const pixels = resamplePixels(drawPicture(picture), geometry);
      expect(createHash("sha256").update(pixels).digest("hex")).toBe(sha256);
    },
  );
});

test("a picture that already fits keeps every byte, whatever the interpolation", () => {
  const picture = drawPicture({ width: 32, height: 32 });
  for (const interpolation of ["nearest", "bilinear", "bicubic", "lanczos"] as const) {
    const geometry: InputGeometry = {
      height: 32,
      width: 32,
      interpolation,
      cropPct: 1,
      cropMode: "center",
      fill: [0, 0, 0],
    };
    expect(resamplePixels(picture, geometry)).toEqual(picture.pixels);
  }
});
