import { type LabFields, startingShapes } from "./lab-fields";
import { type FieldProps, NumberField } from "./number-field";

type Kind = keyof typeof startingShapes;

const names: Record<Kind, string> = {
  boosting: "Boosting",
  climbing: "Climbing",
  sandbag: "Sandbag",
  inference: "Inference",
};

const isKind = (text: string): text is Kind => text in startingShapes;

/** The attack and its settings. Choosing another attack resets them, since attacks differ in what they cost to run. */
export function AttackFields(props: FieldProps) {
  const { fields, onChange } = props;
  const labelled = fields.attack === "boosting" || fields.attack === "climbing";
  const change = (attack: string) => onChange({ attack, ...(isKind(attack) && startingShapes[attack]) });
  return (
    <>
      <div className="lab-fields">
        <label className="field">
          <span>Attack</span>
          <select name="attack" value={fields.attack} onChange={(event) => change(event.target.value)}>
            {Object.entries(names).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <NumberField {...props} name="n" label="Images, n" />
        <NumberField {...props} name="k" label="Team submissions, k" />
        <NumberField {...props} name="u" label="Unsure share, u" decimal />
        {labelled && <NumberField {...props} name="classes" label="Classes" />}
        <NumberField {...props} name="teams" label="Colluding teams" />
        <NumberField {...props} name="runs" label="Repetitions" />
        <NumberField {...props} name="seed" label="Seed" />
      </div>
      {fields.attack === "boosting" && <Signed {...props} />}
    </>
  );
}

function Signed({ fields, onChange }: { fields: LabFields; onChange: FieldProps["onChange"] }) {
  return (
    <label className="lab-check lab-signed">
      <input
        type="checkbox"
        name="signed"
        checked={fields.signed === "1"}
        onChange={(event) => onChange({ signed: event.target.checked ? "1" : "" })}
      />
      <span>Count answers below chance as votes against</span>
    </label>
  );
}
