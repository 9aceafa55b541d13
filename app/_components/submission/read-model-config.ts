import type { DeclaredPreprocessing } from "@/server/evaluation/preprocessing";

/** Pillow's filters by their numbers, which Hugging Face's preprocessor files use. */
const pillow = ["nearest", "lanczos", "bilinear", "bicubic", "box", "hamming"] as const;

type Fields = Omit<DeclaredPreprocessing, "layout">;
type Tuple = [number, number, number];

/**
 * The preprocessing in a config.json: timm's own (`pretrained_cfg`, or the same names at the top), or a Hugging Face preprocessor
 * file. Anything else is ignored; null where there is none, or where the text is not JSON.
 */
export function readModelConfig(text: string): Fields | null {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(whole)) return null;
  const inner = isRecord(whole.pretrained_cfg) ? whole.pretrained_cfg : whole;
  const found = { ...defined(ofHuggingFace(whole)), ...defined(ofTimm(inner)) };
  return Object.keys(found).length > 0 ? found : null;
}

const defined = (fields: Partial<Fields>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function ofTimm(config: Record<string, unknown>): Partial<Fields> {
  return {
    input_size: tuple(config.input_size) as [3, number, number] | undefined,
    interpolation: text(config.interpolation) as Fields["interpolation"],
    crop_pct: number(config.crop_pct),
    crop_mode: text(config.crop_mode) as Fields["crop_mode"],
    mean: tuple(config.mean),
    std: tuple(config.std),
  };
}

function ofHuggingFace(config: Record<string, unknown>): Partial<Fields> {
  const { resample } = config;
  return {
    interpolation: typeof resample === "number" ? pillow[resample] : undefined,
    mean: tuple(config.image_mean),
    std: tuple(config.image_std),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const number = (value: unknown) => (typeof value === "number" ? value : undefined);
const text = (value: unknown) => (typeof value === "string" ? value : undefined);
const tuple = (value: unknown) =>
  Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === "number")
    ? (value as Tuple)
    : undefined;
