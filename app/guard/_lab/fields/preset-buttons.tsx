import { queryFromFields } from "./fields-query";
import type { LabFields } from "./lab-fields";
import { presets } from "./presets";

/** Buttons that fill in the form; the one that matches it is pressed. */
export function PresetButtons({
  fields,
  onChoose,
}: {
  fields: LabFields;
  onChoose: (fields: LabFields) => void;
}) {
  const here = queryFromFields(fields);
  return (
    <ul className="plain-list lab-presets" aria-label="Start from">
      {presets.map(({ name, fields: preset }) => (
        <li key={name}>
          <button
            type="button"
            className="button quiet"
            aria-pressed={queryFromFields(preset) === here}
            onClick={() => onChoose(preset)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
