export type ImageAxes = {
  layout: "NCHW" | "NHWC" | null;
  channels: number | null;
  height: number | null;
  width: number | null;
};

/**
 * Reads layout, channels and size off an input shape of rank 4 (null: open). The channel axis is the one of length 1 or 3; if
 * both or neither qualify, a fixed size elsewhere decides, else the layout stays null. Returns "no_channels" when neither axis
 * can hold 1 or 3 channels.
 */
export function imageLayout(shape: (number | null)[]): ImageAxes | "no_channels" {
  const [, second = null, third = null, fourth = null] = shape;
  const first = channelAxis(second);
  const last = channelAxis(fourth);
  if (first === "no" && last === "no") return "no_channels";
  if (first === last) {
    const channels = second === fourth ? second : null;
    return { layout: null, channels, height: null, width: null };
  }
  const isFirst = first === "yes" || last === "no";
  return isFirst
    ? { layout: "NCHW", channels: second, height: third, width: fourth }
    : { layout: "NHWC", channels: fourth, height: second, width: third };
}

function channelAxis(size: number | null): "yes" | "open" | "no" {
  if (size === null) return "open";
  return size === 1 || size === 3 ? "yes" : "no";
}
