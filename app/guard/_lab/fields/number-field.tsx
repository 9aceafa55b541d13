import type { LabFields } from "./lab-fields";
import type { FieldProblems } from "./parse-fields";

/** What every field of the lab is given. */
export interface FieldProps {
  fields: LabFields;
  problems: FieldProblems;
  onChange: (change: Partial<LabFields>) => void;
}

/** A field for a number, with its label and what is wrong with it. */
export function NumberField({
  name,
  label,
  hint,
  decimal = false,
  fields,
  problems,
  onChange,
}: FieldProps & { name: keyof LabFields; label: string; hint?: string; decimal?: boolean }) {
  const problem = problems[name];
  return (
    <label className="field">
      <span>{label}</span>
      <input
        name={name}
        value={fields[name]}
        inputMode={decimal ? "decimal" : "numeric"}
        autoComplete="off"
        maxLength={18}
        aria-invalid={problem !== undefined}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
      {problem ? <small className="below">{problem}</small> : hint && <small>{hint}</small>}
    </label>
  );
}
