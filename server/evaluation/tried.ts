import type { Setting } from "./setting";

/** What a model answered with one setting, image by image in a fixed order: `1` right, `0` wrong. */
export interface Tried {
  setting: Setting;
  right: string;
}
