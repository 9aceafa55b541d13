/** The preprocessing as the form's fields hold it. */
export interface PreprocessingFields {
  input_size: string;
  interpolation: string;
  crop_pct: string;
  crop_mode: string;
  mean: string;
  std: string;
  channel_order: string;
  layout: string;
}

export const emptyFields: PreprocessingFields = {
  input_size: "",
  interpolation: "bicubic",
  crop_pct: "1",
  crop_mode: "center",
  mean: "0, 0, 0",
  std: "1, 1, 1",
  channel_order: "RGB",
  layout: "",
};

/** The fields with what is known filled in; the others stay as they are. */
export function fillFields(fields: PreprocessingFields, known: object): PreprocessingFields {
  const texts = Object.entries(known).flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : [[name, Array.isArray(value) ? value.join(", ") : String(value)]],
  );
  return { ...fields, ...Object.fromEntries(texts) };
}

/** What the fields declare; an empty field is left to the model or the benchmark. Numbers are checked by the server's schema. */
export function declaredFrom(fields: PreprocessingFields): Record<string, unknown> {
  const numbers = (text: string) =>
    text
      .replace(/[[\]()]/g, "")
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
  const declared = {
    ...(fields.input_size.trim() && { input_size: numbers(fields.input_size) }),
    ...(fields.layout && { layout: fields.layout }),
  };
  return {
    ...declared,
    interpolation: fields.interpolation,
    crop_pct: Number(fields.crop_pct),
    crop_mode: fields.crop_mode,
    mean: numbers(fields.mean),
    std: numbers(fields.std),
    channel_order: fields.channel_order,
  };
}
