import { expect, test } from "vitest";
import { readPreprocessingFlags } from "@/server/cli/preprocessing-flags";
import { UsageError } from "@/server/cli/usage-error";

test("only what was written is declared, so that the model's own shape comes before the defaults", () => {
  expect(readPreprocessingFlags({})).toEqual({});
  expect(readPreprocessingFlags({ mean: "0.5, 0.4 0.3", "crop-pct": "0.875" })).toEqual({
    mean: [0.5, 0.4, 0.3],
    crop_pct: 0.875,
  });
});

test("every flag reaches its name in timm", () => {
  const flags = {
    "input-size": "3,224,200",
    interpolation: "lanczos",
    "crop-mode": "squash",
    "channel-order": "bgr",
    std: "1,1,2",
    layout: "NHWC",
  };
  expect(readPreprocessingFlags(flags)).toEqual({
    input_size: [3, 224, 200],
    interpolation: "lanczos",
    crop_mode: "squash",
    channel_order: "BGR",
    std: [1, 1, 2],
    layout: "NHWC",
  });
});

test("what is wrong is said of the flag as it is written", () => {
  expect(() => readPreprocessingFlags({ "input-size": "32" })).toThrow(
    /^--input-size is \[3, height, width\] in pixels, or .* such as 3,224,224\.$/,
  );
  expect(() => readPreprocessingFlags({ "crop-pct": "87.5" })).toThrow(/^--crop-pct is a fraction/);
});

test.each([
  ["two numbers for three", { mean: "0.5,0.5" }],
  ["a word for a number", { std: "1,1,one" }],
  ["a missing number", { mean: "0,,0" }],
  ["a percent", { "crop-pct": "87.5" }],
  ["nothing", { layout: "" }],
  ["a size without channels", { "input-size": "224,224" }],
])("%s is bad usage", (_, flags) => {
  expect(() => readPreprocessingFlags(flags)).toThrow(UsageError);
});
