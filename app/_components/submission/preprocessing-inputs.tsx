import { channelOrders } from "@/server/evaluation/preprocessing";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import type { PreprocessingFields } from "./preprocessing-form";

type Model = NonNullable<NonNullable<SubmissionView["inspection"]>["model"]>;

const interpolations = ["nearest", "bilinear", "bicubic", "box", "hamming", "lanczos"];
const cropModes = ["center", "squash", "border"];

/** A config file may give what is no choice here: it is shown, and refused in words. */
const withGiven = (choices: string[], given: string) =>
  choices.includes(given) ? choices : [...choices, given];

/** The preprocessing in timm's names. What the model's own shape says is shown, not asked for. */
export function PreprocessingInputs({
  fields,
  onChange,
  model,
  inputSize,
}: {
  fields: PreprocessingFields;
  onChange: (fields: PreprocessingFields) => void;
  model: Model | null;
  inputSize: readonly number[];
}) {
  const bind = (name: keyof PreprocessingFields) => ({
    name,
    value: fields[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...fields, [name]: target.value }),
  });
  const { height, width, layout, channels } = model?.input ?? {};
  const sized = height && width ? `${channels ?? 3}, ${height}, ${width}` : null;
  return (
    <div className="form">
      <p className="soft">
        Applied by the server: the model sees <code>(value/255 − mean) / std</code>. Shown on the entry’s
        page.
      </p>
      <div className="row">
        <label className="field">
          <span>input_size</span>
          <input {...bind("input_size")} placeholder={sized ?? inputSize.join(", ")} />
          <small>{sized ? "read from the model" : "3, height, width"}</small>
        </label>
        <label className="field">
          <span>interpolation</span>
          <select {...bind("interpolation")}>
            {withGiven(interpolations, fields.interpolation).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>layout</span>
          <select {...bind("layout")} disabled={Boolean(layout)}>
            <option value="">{layout ? `${layout}, read from the model` : "read from the model"}</option>
            <option>NCHW</option>
            <option>NHWC</option>
          </select>
        </label>
      </div>
      <div className="row">
        <label className="field">
          <span>crop_pct</span>
          <input {...bind("crop_pct")} inputMode="decimal" />
          <small>a fraction, such as 0.875</small>
        </label>
        <label className="field">
          <span>crop_mode</span>
          <select {...bind("crop_mode")}>
            {withGiven(cropModes, fields.crop_mode).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>channel_order</span>
          <select {...bind("channel_order")}>
            {channelOrders.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          <small>BGR: Caffe, OpenCV</small>
        </label>
      </div>
      <div className="row">
        <label className="field">
          <span>mean</span>
          <input {...bind("mean")} />
          <small>{channels === 1 ? "of grey; a fraction" : "in the order of the channels; fractions"}</small>
        </label>
        <label className="field">
          <span>std</span>
          <input {...bind("std")} />
          <small>{channels === 1 ? "of grey; a fraction" : "in the order of the channels; fractions"}</small>
        </label>
      </div>
    </div>
  );
}
