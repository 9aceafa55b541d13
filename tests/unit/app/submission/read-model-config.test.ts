import { expect, test } from "vitest";
import { declaredFrom, emptyFields, fillFields } from "@/app/_components/submission/preprocessing-form";
import { readModelConfig } from "@/app/_components/submission/read-model-config";
import { preprocessingSchema } from "@/server/evaluation/preprocessing";

const timm = {
  architecture: "resnet50",
  num_classes: 1000,
  pretrained_cfg: {
    tag: "a1_in1k",
    input_size: [3, 224, 224],
    interpolation: "bicubic",
    crop_pct: 0.95,
    crop_mode: "center",
    mean: [0.485, 0.456, 0.406],
    std: [0.229, 0.224, 0.225],
    pool_size: [7, 7],
  },
};

test("timm's config.json gives its preprocessing and nothing else", () => {
  const { tag: _, pool_size: __, ...preprocessing } = timm.pretrained_cfg;
  expect(readModelConfig(JSON.stringify(timm))).toEqual(preprocessing);
});

test("what timm's resolve_model_data_config gives is read at the top level", () => {
  expect(readModelConfig('{"crop_pct": 0.875, "mean": [0.5, 0.5, 0.5]}')).toEqual({
    crop_pct: 0.875,
    mean: [0.5, 0.5, 0.5],
  });
});

test("a Hugging Face preprocessor file gives mean, std and Pillow's filter by its number", () => {
  const file = { image_mean: [0.5, 0.5, 0.5], image_std: [0.5, 0.5, 0.5], resample: 2, do_resize: true };
  expect(readModelConfig(JSON.stringify(file))).toEqual({
    mean: [0.5, 0.5, 0.5],
    std: [0.5, 0.5, 0.5],
    interpolation: "bilinear",
  });
});

test("values that cannot be used are taken as they are, so that the server says what is wrong with them", () => {
  const known = readModelConfig('{"mean": [123, 116], "crop_pct": "87.5", "interpolation": "random"}');
  const parsed = preprocessingSchema.safeParse(declaredFrom(fillFields(emptyFields, known!)));
  expect(parsed.error!.issues.map(({ path }) => path[0])).toEqual(
    expect.arrayContaining(["mean", "crop_pct", "interpolation"]),
  );
});

test("a Hugging Face processor that flips the channels is for a BGR model", () => {
  expect(readModelConfig('{"do_flip_channel_order": true, "do_rescale": true}')).toEqual({
    channel_order: "BGR",
  });
});

test.each(["not json", "[1, 2]", "null", '{"hidden_size": 768}', '{"mean": null}'])(
  "%s tells nothing",
  (text) => {
    expect(readModelConfig(text)).toBeNull();
  },
);

test("a config's values survive the form's fields and are what the server accepts", () => {
  const declared = declaredFrom(fillFields(emptyFields, readModelConfig(JSON.stringify(timm))!));
  expect(preprocessingSchema.parse(declared)).toMatchObject({
    input_size: [3, 224, 224],
    crop_pct: 0.95,
    mean: [0.485, 0.456, 0.406],
  });
});

test("fields left empty are left to the model", () => {
  const declared = declaredFrom(emptyFields);
  expect(declared).not.toHaveProperty("input_size");
  expect(declared).not.toHaveProperty("layout");
  expect(preprocessingSchema.safeParse(declared).success).toBe(true);
});

test("a number that is none is refused by the server's schema, not guessed at", () => {
  expect(
    preprocessingSchema.safeParse(declaredFrom({ ...emptyFields, mean: "0.5, half, 0.5" })).success,
  ).toBe(false);
});
