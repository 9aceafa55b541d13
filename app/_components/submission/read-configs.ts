import { readModelConfig } from "./read-model-config";

/** Of the files that were chosen: the model, the preprocessing that config files state, and what there is to say about the others. */
export async function readConfigs(files: File[]) {
  const configs = files.filter(({ name }) => /\.json$/i.test(name));
  const [model, ...others] = files.filter((given) => !configs.includes(given));
  const said = others.map(({ name }) => `${name} was ignored: one model per submission.`);
  const found = [];
  for (const config of configs) {
    const known = readModelConfig(await config.text());
    if (known) found.push(known);
    said.push(
      known
        ? `Filled in from ${config.name}: ${Object.keys(known).join(", ")}.`
        : `${config.name} says nothing about preprocessing.`,
    );
  }
  return { model: model ?? null, known: Object.assign({}, ...found) as object, said };
}
