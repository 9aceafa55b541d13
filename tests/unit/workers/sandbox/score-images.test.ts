import type { InferenceSession, Tensor } from "onnxruntime-node";
import { describe, expect, test } from "vitest";
import type { ChildRequest } from "@/workers/sandbox/child-protocol";
import { scoreImages } from "@/workers/sandbox/score-images";

const request: ChildRequest = {
  modelPath: "",
  provider: "cpu",
  threads: 1,
  batch: 4,
  height: 1,
  width: 1,
  classes: 2,
  layout: "NHWC",
  mean: [0, 0, 0],
  std: [1, 1, 1],
  sigmoid: false,
  quiet: false,
};

/** Images of one pixel; their number is the red value, and the model answers [number, -number]. */
const images = (...numbers: number[]) => Uint8Array.from(numbers.flatMap((number) => [number, 0, 0]));
const answers = (...numbers: number[]) => numbers.flatMap((number) => [number, -number]);

class FakeTensor {
  constructor(
    readonly type: string,
    readonly data: Uint8Array,
    readonly dims: number[],
  ) {}
}

function fakeModel({ batch = "N", refuses = () => false }: FakeModel) {
  const runs: number[][] = [];
  const session = {
    inputNames: ["image"],
    outputNames: ["scores"],
    inputMetadata: [{ isTensor: true, type: "uint8", shape: [batch, 1, 1, 3] }],
    run: async ({ image }: { image: FakeTensor }) => {
      const rows = image.dims[0]!;
      const numbers = Array.from({ length: rows }, (_, i) => image.data[i * 3]!);
      runs.push(numbers);
      if (refuses(numbers)) throw new Error("no");
      return { scores: { type: "float32", dims: [rows, 2], data: Float32Array.from(answers(...numbers)) } };
    },
  };
  return { session: session as unknown as InferenceSession, runs };
}
interface FakeModel {
  batch?: number | string;
  refuses?: (numbers: number[]) => boolean;
}

/** The image that fills batches. */
const padding = 9;

async function score(
  model: FakeModel,
  numbers: number[],
  {
    alone = false,
    setting = 0,
    ...changes
  }: Partial<ChildRequest> & {
    alone?: boolean;
    setting?: number;
  } = {},
) {
  const { session, runs } = fakeModel(model);
  const frames = new Float32Array(numbers.length * 2);
  const tensors = FakeTensor as unknown as typeof Tensor;
  const run = scoreImages(session, tensors, { ...request, ...changes }, images(padding));
  await run(images(...numbers), numbers.length, { frames, alone, setting });
  return { scores: [...frames], runs };
}

const refuses = (numbers: number[]) => numbers.includes(3);

describe("batches", () => {
  test("a model with an open batch gets full ones, the last filled with a constant image", async () => {
    const { scores, runs } = await score({}, [1, 2, 3, 4, 5, 6]);
    expect(scores).toEqual(answers(1, 2, 3, 4, 5, 6));
    expect(runs).toEqual([
      [1, 2, 3, 4],
      [5, 6, padding, padding],
    ]);
  });

  test("so does one whose batch is fixed", async () => {
    const { scores, runs } = await score({ batch: 3 }, [1, 2, 3, 4]);
    expect(scores).toEqual(answers(1, 2, 3, 4));
    expect(runs).toEqual([
      [1, 2, 3],
      [4, padding, padding],
    ]);
  });

  test("alone, an image has no neighbour but copies of itself where the batch is fixed", async () => {
    expect(await score({}, [1, 2], { alone: true })).toEqual({ scores: answers(1, 2), runs: [[1], [2]] });
    expect(await score({ batch: 3 }, [1, 2], { alone: true })).toEqual({
      scores: answers(1, 2),
      runs: [
        [1, 1, 1],
        [2, 2, 2],
      ],
    });
  });
});

describe("an image that makes the runtime throw", () => {
  test("is the only one without scores when quiet, and the next batch is whole again", async () => {
    const { scores, runs } = await score({ refuses }, [1, 2, 3, 4, 5, 6], { quiet: true });
    expect(scores).toEqual([...answers(1, 2), Number.NaN, Number.NaN, ...answers(4, 5, 6)]);
    expect(runs.at(-1)).toEqual([5, 6, padding, padding]);
  });

  test("spoils none of its companions in a fixed batch either", async () => {
    const { scores } = await score({ refuses, batch: 4 }, [1, 2, 3, 4], { quiet: true });
    expect(scores).toEqual([...answers(1, 2), Number.NaN, Number.NaN, ...answers(4)]);
  });

  test("ends the run otherwise", async () => {
    await expect(score({ refuses }, [1, 2, 3, 4])).rejects.toThrow("no");
    await expect(score({ refuses, batch: 1 }, [3])).rejects.toThrow("no");
  });
});
