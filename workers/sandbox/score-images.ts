import type { InferenceSession, Tensor } from "onnxruntime-node";
import type { ChildRequest } from "./child-protocol";
import { emptyInput, fillInput, type InputType } from "./fill-input";
import { scoresOfOutput } from "./scores-of-output";

interface How {
  alone: boolean;
  /** its number among the request's `settings`; 0 where it has none */
  setting: number;
}

/**
 * A function that scores any number of images into `frames`. Every run has the same number of rows, so that an answer does not depend on
 * how many others there were: `padding`, one image, fills them up. `alone`, an image is run by itself; where the model fixes the batch,
 * with copies of itself. A batch that throws is tried again image by image. An image that throws so is thrown on, or when
 * `quiet`, or where other settings are tried, gets NaN.
 */
export function scoreImages(
  session: InferenceSession,
  tensors: typeof Tensor,
  request: ChildRequest,
  padding: Uint8Array,
) {
  const { height, width, classes, sigmoid, settings } = request;
  const tolerant = request.quiet || settings !== undefined;
  const channels = request.mean.length;
  const slot = session.inputMetadata[0];
  const type = (slot?.isTensor ? slot.type : "float32") as InputType;
  const first = slot?.isTensor ? slot.shape[0] : undefined;
  const fixed = typeof first === "number" ? first : null;
  const batch = fixed ?? request.batch;

  const imageBytes = height * width * 3;
  const inputLength = height * width * channels;
  const input = emptyInput(type, batch * inputLength);
  const ways = (settings ?? [request]).map((setting) => {
    const fill = fillInput({ height, width, ...setting }, type);
    const filler = emptyInput(type, inputLength);
    fill(padding, 1, filler);
    return { layout: setting.layout, fill, filler };
  });
  const inputs = new Map<string, Tensor>();

  function tensorOf(rows: number, layout: "NCHW" | "NHWC"): Tensor {
    const key = `${layout} ${rows}`;
    let tensor = inputs.get(key);
    if (!tensor) {
      const dims = layout === "NCHW" ? [rows, channels, height, width] : [rows, height, width, channels];
      const data = input.subarray(0, rows * inputLength);
      tensor = new tensors(type as "float32", data as Float32Array, dims);
      inputs.set(key, tensor);
    }
    return tensor;
  }

  async function run(pixels: Uint8Array, images: number, how: How): Promise<Float32Array> {
    const { alone } = how;
    const { layout, fill, filler } = ways[how.setting]!;
    const rows = alone ? (fixed ?? 1) : batch;
    fill(pixels, images, input);
    for (let row = images; row < rows; row += 1) {
      if (alone) input.copyWithin(row * inputLength, 0, inputLength);
      else input.set(filler, row * inputLength);
    }
    const outputs = await session.run({ [session.inputNames[0]!]: tensorOf(rows, layout) });
    const output = outputs[session.outputNames[0]!]!;
    return scoresOfOutput(output, { rows, classes, sigmoid });
  }

  async function runOne(pixels: Uint8Array, frame: Float32Array, how: How): Promise<void> {
    try {
      frame.set((await run(pixels, 1, how)).subarray(0, classes));
    } catch (error) {
      if (!tolerant) throw error;
      frame.fill(Number.NaN);
    }
  }

  return async (
    pixels: Uint8Array,
    images: number,
    { frames, ...how }: { frames: Float32Array } & How,
  ): Promise<void> => {
    const size = how.alone ? 1 : batch;
    for (let start = 0; start < images; start += size) {
      const count = Math.min(size, images - start);
      const part = pixels.subarray(start * imageBytes, (start + count) * imageBytes);
      const into = frames.subarray(start * classes, (start + count) * classes);
      try {
        if (count > 1) into.set((await run(part, count, how)).subarray(0, count * classes));
        else await runOne(part, into, how);
      } catch (error) {
        if (count === 1) throw error;
        for (let i = 0; i < count; i += 1) {
          const image = part.subarray(i * imageBytes, (i + 1) * imageBytes);
          await runOne(image, into.subarray(i * classes, (i + 1) * classes), how);
        }
      }
    }
  };
}
