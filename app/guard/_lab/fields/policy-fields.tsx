import { policyWarnings } from "@/server/release/policy-warnings";
import { type PolicyKey, policyKeys, policyNames } from "../compared-policies";
import { type FieldProps, NumberField } from "./number-field";
import type { LabSettings } from "./parse-fields";

/** The policies to compare, and the settings of the visitor's own. */
export function PolicyFields(props: FieldProps & { settings: LabSettings | null }) {
  const { fields, problems, onChange, settings } = props;
  const chosen = fields.policies.split(",");
  const toggle = (key: PolicyKey, on: boolean) =>
    onChange({
      policies: policyKeys.filter((known) => (known === key ? on : chosen.includes(known))).join(","),
    });
  return (
    <>
      <fieldset className="fieldset">
        <legend>Policies to compare</legend>
        <div className="lab-policies">
          {policyKeys.map((key) => (
            <label key={key} className="lab-check">
              <input
                type="checkbox"
                name={`policy-${key}`}
                checked={chosen.includes(key)}
                onChange={(event) => toggle(key, event.target.checked)}
              />
              <span>
                {policyNames[key].name}
                <small>{policyNames[key].about}</small>
              </span>
            </label>
          ))}
        </div>
        {problems.policies && <small className="below">{problems.policies}</small>}
      </fieldset>
      {chosen.includes("own") && (
        <fieldset className="fieldset">
          <legend>Your policy: a gated ladder</legend>
          <div className="lab-fields">
            <NumberField
              {...props}
              name="eta"
              label="Step, eta"
              hint="a fraction: 0.01 is one point"
              decimal
            />
            <NumberField {...props} name="c" label="Gate, c" hint="in standard deviations" decimal />
            <NumberField {...props} name="climbs" label="Climbs" hint="empty for no limit" />
            <NumberField {...props} name="noise" label="Noise" hint="in steps; empty for none" decimal />
          </div>
          <label className="lab-check">
            <input
              type="checkbox"
              name="noisyGate"
              checked={fields.noisyGate === "1"}
              onChange={(event) => onChange({ noisyGate: event.target.checked ? "1" : "" })}
            />
            <span>Add the noise to the gate too</span>
          </label>
          {settings &&
            policyWarnings(settings.own).map((warning) => (
              <p key={warning} className="small soft">
                {warning}
              </p>
            ))}
        </fieldset>
      )}
    </>
  );
}
