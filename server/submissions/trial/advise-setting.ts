import type { Advice } from "../../../db/schema/submissions";
import type { Preprocessing } from "../../evaluation/preprocessing";
import type { SettingsFinding } from "./judge-settings";

/** In words which preprocessing suits a model clearly better than the one declared, and by how much. */
export function adviseSetting(
  declared: Preprocessing,
  finding: SettingsFinding & { better: NonNullable<SettingsFinding["better"]> },
): Advice {
  const { images, correct, others, better } = finding;
  const preprocessing = { ...declared, ...better.setting };
  const share = (right: number) => `${right} of ${images} (${((100 * right) / images).toFixed(1)} %)`;
  const changed = (["mean", "std", "channel_order", "layout"] as const).filter(
    (name) => String(declared[name]) !== String(preprocessing[name]),
  );
  const values = changed.map((name) => `${name} ${valueText(preprocessing[name])}`).join(", ");
  return {
    code: "better_preprocessing",
    message: `As declared, the model is right on ${share(correct)} original images; with ${values} on ${share(better.correct)}, the best of ${others} other usual settings tried.`,
    hint: "Take that setting, or go on as declared. Only some original images were read.",
    better: { preprocessing, images, correct: better.correct, declared: correct },
  };
}

function valueText(value: Preprocessing["mean" | "channel_order" | "layout"]): string {
  return Array.isArray(value)
    ? value.map((number) => Number(number.toPrecision(6))).join(", ")
    : String(value);
}
