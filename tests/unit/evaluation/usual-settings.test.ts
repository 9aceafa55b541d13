import { expect, test } from "vitest";
import { sameSetting } from "@/server/evaluation/same-setting";
import type { Setting } from "@/server/evaluation/setting";
import { usualSettings } from "@/server/evaluation/usual-settings";

const declared: Setting = { layout: "NCHW", channel_order: "RGB", mean: [0, 0, 0], std: [1, 1, 1] };
const input = { type: "float32", layout: "NCHW" } as const;
const imagenet: Setting = { ...declared, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
const has = (settings: Setting[], wanted: Setting) => settings.some((one) => sameSetting(one, wanted));

test("the usual scalings are tried in both orders, and never the one declared", () => {
  const others = usualSettings({ declared, input });
  expect(others).toHaveLength(13);
  expect(has(others, declared)).toBe(false);
  expect(has(others, imagenet)).toBe(true);
  expect(has(others, { ...declared, std: [1 / 255, 1 / 255, 1 / 255] })).toBe(true);
  expect(others[0]!.channel_order).toBe("RGB");
});

test("in a BGR setting mean and std are in the order blue, green, red", () => {
  const others = usualSettings({ declared, input });
  const reversed = { mean: [0.406, 0.456, 0.485], std: [0.225, 0.224, 0.229] } as const;
  expect(
    has(others, { ...imagenet, channel_order: "BGR", mean: [...reversed.mean], std: [...reversed.std] }),
  ).toBe(true);
});

test("Keras' caffe mode is among them: 103.939, 116.779, 123.68 off blue, green, red", () => {
  const caffe = usualSettings({ declared, input }).filter(
    ({ channel_order, mean }) => channel_order === "BGR" && Math.abs(255 * mean[0]! - 103.939) < 1e-9,
  );
  expect(caffe).toMatchObject([{ std: [1 / 255, 1 / 255, 1 / 255] }]);
});

test("the other layout is tried only where the file leaves it open, and after the one declared", () => {
  const others = usualSettings({ declared, input: { ...input, layout: null } });
  expect(others).toHaveLength(27);
  expect(others.findIndex(({ layout }) => layout === "NHWC")).toBe(13);
});

test("bytes are not scaled: of a uint8 input only the order is open", () => {
  expect(usualSettings({ declared, input: { ...input, type: "uint8" } })).toEqual([
    { ...declared, channel_order: "BGR" },
  ]);
});

test("grey has no order, and one number of each kind: the averages of the others", () => {
  const grey: Setting = { ...declared, mean: [0], std: [1] };
  const others = usualSettings({ declared: grey, input });
  expect(others).toHaveLength(6);
  expect(others.every(({ mean, std }) => mean.length === 1 && std.length === 1)).toBe(true);
  expect(has(others, { ...grey, mean: [0.449], std: [0.226] })).toBe(true);
});
