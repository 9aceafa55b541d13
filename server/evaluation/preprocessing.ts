import { z } from "zod";

const interpolations = ["nearest", "bilinear", "bicubic", "box", "hamming", "lanczos"] as const;
export const channelOrders = ["RGB", "BGR"] as const;
const cropModes = ["center", "squash", "border"] as const;
export const largestInputSide = 1024;

const side = (name: string) => {
  const error = `input_size: the ${name} must be a whole number of pixels from 1 to ${largestInputSide}`;
  return z.int({ error }).min(1, { error }).max(largestInputSide, { error });
};

const channels = z.literal([1, 3], {
  error: "input_size is [channels, height, width], with 3 channels for colour or 1 for grey",
});

const onePerChannel = (name: string, number: z.ZodNumber) => {
  const error = `${name} needs three numbers, one for each channel (or one, for grey)`;
  return z
    .array(number, { error })
    .refine(({ length }) => length === 1 || length === 3, { error, abort: true });
};

const meanError = "mean is in fractions of the pixel range: from -1 to 1 (divide values of 0 to 255 by 255)";
const stdError = "std must be greater than 0 and finite: from 0.000001 to 1000000";
const cropError = "crop_pct is a fraction from 0.1 to 1: write 0.875, not 87.5";

/**
 * The preprocessing a model needs, in timm's names. The network sees `(value/255 - mean) / std` of an image resized so that the
 * input size is `crop_pct` of it, then cropped. `input_size` is [channels, height, width] in pixels, 3 channels or 1 for grey;
 * `crop_pct` a fraction; `mean` and `std` fractions of the pixel range, or one of grey. `channel_order` is the order in which the model
 * takes red, green and blue, and `mean` and `std` are in that same order: of a BGR model the first number is for blue. `layout` is null
 * if the model states it itself.
 */
export const preprocessingSchema = z.strictObject({
  input_size: z
    .tuple([channels, side("height"), side("width")], {
      error: "input_size is [3, height, width] in pixels, or [1, height, width] for grey",
    })
    .default([3, 32, 32]),
  interpolation: z
    .enum(interpolations, { error: `interpolation is one of ${interpolations.join(", ")}` })
    .default("bicubic"),
  crop_pct: z
    .number({ error: cropError })
    .min(0.1, { error: cropError })
    .max(1, { error: cropError })
    .default(1),
  crop_mode: z.enum(cropModes, { error: `crop_mode is one of ${cropModes.join(", ")}` }).default("center"),
  mean: onePerChannel(
    "mean",
    z.number({ error: meanError }).min(-1, { error: meanError }).max(1, { error: meanError }),
  ).default([0, 0, 0]),
  std: onePerChannel(
    "std",
    z.number({ error: stdError }).min(1e-6, { error: stdError }).max(1e6, { error: stdError }),
  ).default([1, 1, 1]),
  channel_order: z.enum(channelOrders, { error: "channel_order is RGB or BGR" }).default("RGB"),
  layout: z.enum(["NCHW", "NHWC"], { error: "layout is NCHW or NHWC" }).nullable().default(null),
});

export type Preprocessing = z.output<typeof preprocessingSchema>;
/** What a submitter declares: any part of it. */
export type DeclaredPreprocessing = z.input<typeof preprocessingSchema>;
