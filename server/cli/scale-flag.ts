import { type ScaleName, scales } from "../statistics/scale";
import { UsageError } from "./usage-error";

/** The scale that a flag names. */
export function scaleFlag(flag: string, value: string): ScaleName {
  if (Object.hasOwn(scales, value)) return value as ScaleName;
  throw new UsageError(`--${flag} is linear, logit or probit.`);
}
