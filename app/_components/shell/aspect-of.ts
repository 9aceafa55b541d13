import type { Aspect } from "../figure/drawing/figure-layout";
import type { ViewQuery } from "./view-query";

/** The aspect that an address asks for: equal steps on both axes unless it says that the models shall fill the frame. */
export const aspectOf = ({ aspect }: ViewQuery): Aspect => (aspect === "fill" ? "fill" : "equal");
