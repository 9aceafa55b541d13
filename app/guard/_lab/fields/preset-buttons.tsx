import { queryOfFields } from "./fields-address";
import type { LabFields } from "./lab-fields";
import { presets } from "./presets";

/** Comparisons worth starting from; the one that stands in the form is marked. */
export function PresetButtons({
  fields,
  onChoose,
}: {
  fields: LabFields;
  onChoose: (fields: LabFields) => void;
}) {
  const here = queryOfFields(fields);
  return (
    <ul className="plain-list lab-presets" aria-label="Start from">
      {presets.map(({ name, fields: preset }) => (
        <li key={name}>
          <button
            type="button"
            className="button quiet"
            aria-pressed={queryOfFields(preset) === here}
            onClick={() => onChoose(preset)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
