import type { ViewQuery } from "./view-query";

/** Whether a step is as long on either axis of a figure, or the models fill its frame. */
export type Aspect = "equal" | "fill";

/** The aspect that an address asks for: equal steps unless it says otherwise. */
export const aspectOf = ({ aspect }: ViewQuery): Aspect => (aspect === "fill" ? "fill" : "equal");
