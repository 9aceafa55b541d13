import type { PreprocessingFields } from "./preprocessing-form";

/** Pillow's filters by their numbers, which Hugging Face's preprocessor files use. */
const pillow = ["nearest", "lanczos", "bilinear", "bicubic", "box", "hamming"];

type Fields = Partial<Record<Exclude<keyof PreprocessingFields, "layout">, unknown>>;

/**
 * The preprocessing in a config.json: timm's own (`pretrained_cfg`, or the same names at the top), or a Hugging Face preprocessor file.
 * Values are taken as they are, so that whoever checks the form says what is wrong with them. Null where there is none, or where the
 * text is not JSON.
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
  const found = { ...stated(ofHuggingFace(whole)), ...stated(ofTimm(inner)) };
  return Object.keys(found).length > 0 ? found : null;
}

const stated = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

function ofTimm({
  input_size,
  interpolation,
  crop_pct,
  crop_mode,
  mean,
  std,
  channel_order,
}: Record<string, unknown>): Fields {
  return { input_size, interpolation, crop_pct, crop_mode, mean, std, channel_order };
}

function ofHuggingFace({
  resample,
  image_mean,
  image_std,
  do_flip_channel_order,
}: Record<string, unknown>): Fields {
  const interpolation = typeof resample === "number" ? (pillow[resample] ?? resample) : undefined;
  const channel_order = do_flip_channel_order === true ? "BGR" : undefined;
  return { interpolation, mean: image_mean, std: image_std, channel_order };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
