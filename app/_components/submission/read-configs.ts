import { readModelConfig } from "./read-model-config";

/** The preprocessing that config files state, and what there is to say about each. */
export async function readConfigs(configs: File[]) {
  const found = [];
  const said: string[] = [];
  for (const config of configs) {
    const known = readModelConfig(await config.text());
    if (known) found.push(known);
    said.push(
      known
        ? `Filled in from ${config.name}: ${Object.keys(known).join(", ")}.`
        : `${config.name} says nothing about preprocessing.`,
    );
  }
  return { known: Object.assign({}, ...found) as object, said };
}
