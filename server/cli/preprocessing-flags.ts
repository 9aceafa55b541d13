import type { ParseArgsConfig } from "node:util";
import { type DeclaredPreprocessing, preprocessingSchema } from "../evaluation/preprocessing";
import { problemsOfInput } from "../problems/problems-of-input";
import { UsageError } from "./usage-error";

/** The flags that declare a model's preprocessing, for `parseArgs`; shared by `evaluate` and `submit`. */
export const preprocessingFlags = {
  "input-size": { type: "string" },
  interpolation: { type: "string" },
  "crop-pct": { type: "string" },
  "crop-mode": { type: "string" },
  mean: { type: "string" },
  std: { type: "string" },
  layout: { type: "string" },
  "channel-order": { type: "string" },
} as const satisfies ParseArgsConfig["options"];

type FlagValues = { readonly [flag in keyof typeof preprocessingFlags]?: string | undefined };

/**
 * What the flags declare; what they leave out stays absent, because the model's own file takes precedence over the defaults.
 * Throws `UsageError` naming what cannot be used.
 */
export function readPreprocessingFlags(flags: FlagValues): DeclaredPreprocessing {
  const given = {
    input_size: flags["input-size"] && numbers(flags["input-size"]),
    interpolation: flags.interpolation,
    crop_pct: flags["crop-pct"] && onlyNumber(flags["crop-pct"]),
    crop_mode: flags["crop-mode"],
    mean: flags.mean && numbers(flags.mean),
    std: flags.std && numbers(flags.std),
    layout: flags.layout,
    channel_order: flags["channel-order"]?.toUpperCase(),
  };
  const declared = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = preprocessingSchema.safeParse(declared);
  if (!parsed.success) {
    const problems = problemsOfInput(parsed.error);
    throw new UsageError(problems.map(({ sentence, where }) => inFlags(sentence, where)).join(" "));
  }
  return declared;
}

/** The messages name fields as timm does; on the command line they are flags. */
function inFlags(sentence: string, where: string | null): string {
  const [field = ""] = (where ?? "").split(".");
  const example = field === "input_size" ? ", such as 3,224,224." : ".";
  return sentence.replace(field, `--${field.replace("_", "-")}`).replace(/\.$/, example);
}

function onlyNumber(text: string): number {
  const [number, ...more] = numbers(text);
  return more.length > 0 ? Number.NaN : number!;
}

function numbers(text: string): number[] {
  return text.split(/[\s,]+/).map((word) => (word === "" ? Number.NaN : Number(word)));
}
