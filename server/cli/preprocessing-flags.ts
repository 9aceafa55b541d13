import type { ParseArgsConfig } from "node:util";
import { type DeclaredPreprocessing, preprocessingSchema } from "../evaluation/preprocessing";
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
    crop_pct: flags["crop-pct"] && numbers(flags["crop-pct"])[0],
    crop_mode: flags["crop-mode"],
    mean: flags.mean && numbers(flags.mean),
    std: flags.std && numbers(flags.std),
    layout: flags.layout,
  };
  const declared = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = preprocessingSchema.safeParse(declared);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ message, path }) => inFlags(message, String(path[0])));
    throw new UsageError(`${problems.join("; ")}.`);
  }
  return declared;
}

/** The messages name fields as timm does; on the command line they are flags. */
function inFlags(message: string, field: string): string {
  const example = field === "input_size" ? ", such as 3,224,224" : "";
  return message.replace(field, `--${field.replace("_", "-")}`) + example;
}

function numbers(text: string): number[] {
  return text.split(/[\s,]+/).map((word) => (word === "" ? Number.NaN : Number(word)));
}
