import { firstConvolution } from "./graph-facts/first-convolution";
import type { ModelInput } from "./inspection-schema";
import type { GraphOutline, SlotOutline } from "./model-outline";

export type ImageAxes = Pick<ModelInput, "layout" | "layoutFrom" | "channels" | "height" | "width">;
type Layout = NonNullable<ImageAxes["layout"]>;
type Size = number | null;

const channelName = /^(c|ch|chans?|channels?|(n|num|in|input)_?(c|ch|chans?|channels?)|colou?rs?)$/i;

/**
 * Reads layout, channels and size off an input of rank 4 (null: open). The channel axis is the one of length 1 or 3; if both or neither
 * qualify, a fixed size elsewhere decides, then the first convolution, then the names of the dimensions; else the layout stays null.
 * An open number of channels is what the first convolution takes. Returns "no_channels" when neither axis can hold 1 or 3 channels.
 */
export function imageLayout(
  { name, dimensionNames }: SlotOutline,
  shape: Size[],
  graph: GraphOutline,
): ImageAxes | "no_channels" {
  const [, second = null, , fourth = null] = shape;
  const byShape = layoutByShape(second, fourth);
  if (byShape === "no_channels") return byShape;
  const convolution = firstConvolution(graph, name);
  const layout = byShape ?? convolution?.layout ?? layoutByNames(dimensionNames);
  const layoutFrom = byShape ? "shape" : convolution ? "convolution" : "names";
  if (layout === null)
    return {
      layout,
      layoutFrom: "shape",
      channels: second === fourth ? second : null,
      height: null,
      width: null,
    };
  const stated = layout === "NCHW" ? second : fourth;
  const channels = stated ?? (convolution?.layout === layout ? convolution.channels : null);
  if (channels !== null && channelAxis(channels) === "no") return "no_channels";
  const [height = null, width = null] = layout === "NCHW" ? shape.slice(2) : shape.slice(1);
  return { layout, layoutFrom, channels, height, width };
}

function layoutByShape(second: Size, fourth: Size): Layout | "no_channels" | null {
  const first = channelAxis(second);
  const last = channelAxis(fourth);
  if (first === "no" && last === "no") return "no_channels";
  if (first === last) return null;
  return first === "yes" || last === "no" ? "NCHW" : "NHWC";
}

function layoutByNames([, second = "", , fourth = ""]: string[]): Layout | null {
  const isFirst = channelName.test(second);
  if (isFirst === channelName.test(fourth)) return null;
  return isFirst ? "NCHW" : "NHWC";
}

function channelAxis(size: Size): "yes" | "open" | "no" {
  if (size === null) return "open";
  return size === 1 || size === 3 ? "yes" : "no";
}
