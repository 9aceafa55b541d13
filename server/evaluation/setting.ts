import type { Preprocessing } from "./preprocessing";

/** How a model is given the pixels that a preprocessing has chosen: their scale, and the order of numbers. */
export interface Setting extends Pick<Preprocessing, "mean" | "std" | "channel_order"> {
  layout: "NCHW" | "NHWC";
}
