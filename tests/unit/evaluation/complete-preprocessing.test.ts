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
    "grey is declared for a model of three channels",
    {
      declared: { input_size: [1, 32, 32] as [1, number, number] },
      model: { layout: "NCHW" as const, height: 32, width: 32, channels: 3 },
    },
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

test("all contradictions are named at once, each with its field", () => {
  const completed = completePreprocessing({
    declared: { input_size: [3, 64, 64], layout: "NCHW" },
    model: { layout: "NHWC", height: 32, width: 32, channels: 3 },
  });
  expect(completed).toMatchObject({
    ok: false,
    problems: [{ where: "preprocessing.input_size" }, { where: "preprocessing.layout" }],
  });
});

const grey = { layout: "NCHW" as const, height: 32, width: 32, channels: 1 };
const cifar = { mean: [0.4914, 0.4822, 0.4465], std: [0.2023, 0.1994, 0.201] };

test.each([
  ["nothing", {}, [0], [1], 0],
  ["one number", { mean: [0.5], std: [0.25] }, [0.5], [0.25], 0],
  ["three numbers: their averages", cifar, [0.473367], [0.2009], 1],
])("a model of one channel gets one mean and one std, from %s", (_, declared, mean, std, said) => {
  const completed = completePreprocessing({ declared, model: grey });
  expect(completed).toMatchObject({ ok: true, preprocessing: { input_size: [1, 32, 32], mean, std } });
  expect(completed).toHaveProperty("assumed.length", said);
});

test("one mean for a model of three channels is for each of them", () => {
  const completed = completePreprocessing({ declared: { mean: [0.5], layout: "NCHW" }, model: open });
  expect(completed).toMatchObject({ preprocessing: { mean: [0.5, 0.5, 0.5], std: [1, 1, 1] } });
});

test("what is assumed is said: layout, channels and size", () => {
  const model = { ...open, layout: "NCHW" as const, layoutFrom: "convolution" as const, channels: null };
  const completed = completePreprocessing({ declared: {}, model, defaultSize: [3, 28, 28] });
  expect(completed).toMatchObject({
    assumed: [
      expect.stringContaining("NCHW, as the first convolution reads it"),
      expect.stringContaining("it gets 3"),
      expect.stringContaining("28 x 28"),
    ],
  });
});
