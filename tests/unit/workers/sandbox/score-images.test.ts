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

async function score(model: FakeModel, numbers: number[], changes: Partial<ChildRequest> = {}) {
  const { session, runs } = fakeModel(model);
  const frames = new Float32Array(numbers.length * 2);
  const run = scoreImages(session, FakeTensor as unknown as typeof Tensor, { ...request, ...changes });
  await run(images(...numbers), numbers.length, frames);
  return { scores: [...frames], runs, again: run };
}

const onlyOne = (numbers: number[]) => numbers.length > 1;
const refuses = (numbers: number[]) => numbers.includes(3);

describe("batches", () => {
  test("a model with an open batch gets full batches and a shorter last one", async () => {
    const { scores, runs } = await score({}, [1, 2, 3, 4, 5, 6]);
    expect(scores).toEqual(answers(1, 2, 3, 4, 5, 6));
    expect(runs).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });

  test("a fixed batch is always full: the last image is repeated, and its copies are dropped", async () => {
    const { scores, runs } = await score({ batch: 3 }, [1, 2, 3, 4]);
    expect(scores).toEqual(answers(1, 2, 3, 4));
    expect(runs).toEqual([
      [1, 2, 3],
      [4, 4, 4],
    ]);
  });

  test("a model that claims an open batch but takes only one image is given one image from then on", async () => {
    const { scores, runs, again } = await score({ refuses: onlyOne }, [1, 2, 3, 4, 5, 6]);
    expect(scores).toEqual(answers(1, 2, 3, 4, 5, 6));
    expect(runs).toEqual([[1, 2, 3, 4], [1], [2], [3], [4], [5], [6]]);
    await again(images(7, 8), 2, new Float32Array(4));
    expect(runs.slice(7)).toEqual([[7], [8]]);
  });
});

describe("an image that makes the runtime throw", () => {
  test("is the only one without scores when quiet, and the next batch is whole again", async () => {
    const { scores, runs } = await score({ refuses }, [1, 2, 3, 4, 5, 6], { quiet: true });
    expect(scores).toEqual([...answers(1, 2), Number.NaN, Number.NaN, ...answers(4, 5, 6)]);
    expect(runs.at(-1)).toEqual([5, 6]);
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
