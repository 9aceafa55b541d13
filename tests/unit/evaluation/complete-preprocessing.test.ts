import { expect, test } from "vitest";
import { completePreprocessing } from "@/server/evaluation/complete-preprocessing";

const open = { layout: null, height: null, width: null };

test("size and layout come from the model where it says them", () => {
  const completed = completePreprocessing({ declared: {}, model: { layout: "NHWC", height: 64, width: 48 } });
  expect(completed).toMatchObject({ ok: true, preprocessing: { input_size: [3, 64, 48], layout: "NHWC" } });
});

test("what the model leaves open comes from the submitter, then from the benchmark", () => {
  const declared = { input_size: [3, 96, 96] as [3, number, number], layout: "NCHW" as const };
  const defaultSize: [3, number, number] = [3, 28, 28];
  expect(completePreprocessing({ declared, model: open, defaultSize })).toMatchObject({
    preprocessing: { input_size: [3, 96, 96], layout: "NCHW" },
  });
  expect(completePreprocessing({ declared: { layout: "NCHW" }, model: open, defaultSize })).toMatchObject({
    preprocessing: { input_size: [3, 28, 28] },
  });
});

test.each([
  ["nobody states a layout", { declared: {}, model: open }],
  [
    "the model sees grey",
    { declared: {}, model: { layout: "NCHW" as const, height: 32, width: 32, channels: 1 } },
  ],
  [
    "the layouts differ",
    { declared: { layout: "NCHW" as const }, model: { ...open, layout: "NHWC" as const } },
  ],
  [
    "the sizes differ",
    {
      declared: { input_size: [3, 64, 64] as [3, number, number] },
      model: { layout: "NCHW" as const, height: 32, width: 32 },
    },
  ],
  ["the model is too large", { declared: {}, model: { layout: "NCHW" as const, height: 4096, width: 4096 } }],
])("is a problem when %s", (_, input) => {
  expect(completePreprocessing(input)).toMatchObject({ ok: false });
});
