import type { InferenceSession, Tensor } from "onnxruntime-node";
import type { ChildRequest } from "./child-protocol";
import { emptyInput, fillInput, type InputType } from "./fill-input";
import { scoresOfOutput } from "./scores-of-output";

/**
 * Returns a function that scores any number of images, in the batches that the model takes, into `frames`. A batch that throws is
 * retried image by image. If an image alone throws, the error is rethrown or, if `quiet`, its scores are NaN.
 */
export function scoreImages(session: InferenceSession, tensors: typeof Tensor, request: ChildRequest) {
  const { height, width, classes, layout, quiet } = request;
  const slot = session.inputMetadata[0];
  const type = (slot?.isTensor ? slot.type : "float32") as InputType;
  const first = slot?.isTensor ? slot.shape[0] : undefined;
  const fixed = typeof first === "number" ? first : null;
  let batch = fixed ?? request.batch;

  const imageBytes = height * width * 3;
  const input = emptyInput(type, batch * imageBytes);
  const fill = fillInput(request, type);
  const inputs = new Map<number, Tensor>();

  function tensorOf(rows: number): Tensor {
    let tensor = inputs.get(rows);
    if (!tensor) {
      const dims = layout === "NCHW" ? [rows, 3, height, width] : [rows, height, width, 3];
      const data = input.subarray(0, rows * imageBytes);
      tensor = new tensors(type as "float32", data as Float32Array, dims);
      inputs.set(rows, tensor);
    }
    return tensor;
  }

  async function runBatch(pixels: Uint8Array, images: number): Promise<Float32Array> {
    const rows = fixed ?? images;
    fill(pixels, images, input);
    for (let row = images; row < rows; row += 1) {
      input.copyWithin(row * imageBytes, (images - 1) * imageBytes, images * imageBytes);
    }
    const outputs = await session.run({ [session.inputNames[0]!]: tensorOf(rows) });
    return scoresOfOutput(outputs[session.outputNames[0]!]!, rows, classes);
  }

  async function runAlone(pixels: Uint8Array, frame: Float32Array): Promise<boolean> {
    try {
      frame.set((await runBatch(pixels, 1)).subarray(0, classes));
      return true;
    } catch (error) {
      if (!quiet) throw error;
      frame.fill(Number.NaN);
      return false;
    }
  }

  return async (pixels: Uint8Array, images: number, frames: Float32Array): Promise<void> => {
    for (let start = 0; start < images; ) {
      const count = Math.min(batch, images - start);
      const end = start + count;
      const part = pixels.subarray(start * imageBytes, end * imageBytes);
      try {
        frames.set((await runBatch(part, count)).subarray(0, count * classes), start * classes);
      } catch (error) {
        if (count === 1 && !quiet) throw error;
        let good = 0;
        for (let i = 0; i < count; i += 1) {
          const frame = frames.subarray((start + i) * classes, (start + i + 1) * classes);
          if (await runAlone(part.subarray(i * imageBytes, (i + 1) * imageBytes), frame)) good += 1;
        }
        // Every image works alone: the model has a batch of one built in, whatever its input's shape says.
        if (good === count && fixed === null) batch = 1;
      }
      start = end;
    }
  };
}
