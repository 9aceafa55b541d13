/** What a model's own file says about its image input; null for what it leaves open. Height and width in pixels. */
export interface ModelInputFacts {
  layout: "NCHW" | "NHWC" | null;
  layoutFrom?: "shape" | "convolution" | "names";
  height: number | null;
  width: number | null;
  channels?: number | null;
}
