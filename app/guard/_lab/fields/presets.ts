import { defaultFields, type LabFields, startingShapes } from "./lab-fields";

/** Settings worth starting from. */
export interface Preset {
  name: string;
  fields: LabFields;
}

const attackOf = (attack: keyof typeof startingShapes): LabFields => ({
  ...defaultFields,
  attack,
  ...startingShapes[attack],
});

export const presets: readonly Preset[] = [
  { name: "The classic boosting attack", fields: defaultFields },
  { name: "A patient climber", fields: attackOf("climbing") },
  { name: "A sandbag", fields: attackOf("sandbag") },
  { name: "A sandbag by ten teams", fields: { ...attackOf("sandbag"), teams: "10", runs: "10" } },
  { name: "Inference by three teams", fields: { ...attackOf("inference"), teams: "3", runs: "10" } },
  {
    name: "Your policy",
    fields: { ...attackOf("inference"), teams: "3", runs: "10", policies: "exact,bare,gated,own" },
  },
];
