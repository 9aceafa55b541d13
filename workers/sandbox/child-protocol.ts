/*
 * What crosses the wall of the sandbox.
 *   in, standard input:   uint32 length and this JSON; the image that fills batches; then, as often as wanted, uint32
 *                         count, uint32 number of a setting, and count images; the end of the stream ends the child. An
 *                         image is height * width * 3 raw bytes (row by row, RGB); the highest bit of a count asks for
 *                         one image a run
 *   out, standard output: one frame of 4 * classes bytes (float32) for each image, in order, and nothing else
 *   out, file 3:          the byte 2 when the child has begun, before it looks at the model; the byte 1 when the model is
 *                         loaded; except when `quiet`, words about a failure
 *   out, standard error:  except when `quiet`, what the runtime warns of
 *   out, exit code:       one of `childExits` after a failure
 */
export interface ChildRequest extends ChildSetting {
  modelPath: string;
  provider: "cpu" | "cuda" | "webgpu";
  threads: number;
  /** images a run, where the model leaves it open: all runs have as many rows, those of single images aside */
  batch: number;
  height: number;
  width: number;
  classes: number;
  /** it ends in a sigmoid: one score is the probability of the second of two classes */
  sigmoid: boolean;
  /** to be tried instead, by number: a run that throws with one of these gives frames of NaN */
  settings?: ChildSetting[];
  /** a hidden test set: a run that throws gives frames of NaN, and no message of the runtime leaves the child */
  quiet: boolean;
}

/** How pixels become the model's input: the numbers in the order of its own channels, RGB where nothing is said. */
interface ChildSetting {
  layout: "NCHW" | "NHWC";
  channel_order?: "RGB" | "BGR";
  /** one for each channel, as `std`; one alone: the model sees grey */
  mean: readonly number[];
  std: readonly number[];
}

export const childExits = { loadFailed: 40, runFailed: 41, wrongOutput: 42 } as const;

export const ALONE_BIT = 2 ** 31;

export const STATUS_FILE = 3;
export const LOADED = 1;
export const STARTED = 2;
