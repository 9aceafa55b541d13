import type { Preprocessing } from "./preprocessing";
import type { Setting } from "./setting";

/** The setting of a submission's preprocessing, which is stored with its layout. */
export function settingOf({ layout, channel_order, mean, std }: Preprocessing): Setting {
  if (!layout) throw new Error("a submission is stored with its layout");
  return { layout, channel_order, mean, std };
}
