/** What somebody chose or dropped together: at most one model and one data file, and what is said of the others. */
interface SortedFiles<Named> {
  model: Named | undefined;
  data: Named | undefined;
  configs: Named[];
  notes: string[];
}

/**
 * Tells a model (`.onnx`, `.zip`) and its preprocessing (`.json`) by their endings. Beside a model any other file is taken for the
 * data file that the export wrote; alone it is, if its name says so, and else a model, which inspection will explain.
 */
export function sortFiles<Named extends { name: string }>(
  files: Named[],
  { hasModel }: { hasModel: boolean },
): SortedFiles<Named> {
  const models = files.filter(({ name }) => /\.(onnx|zip)$/i.test(name));
  const configs = files.filter(({ name }) => /\.json$/i.test(name));
  const others = files.filter((file) => !models.includes(file) && !configs.includes(file));
  const areData = hasModel || models.length > 0 || /data$/i.test(others[0]?.name ?? "");
  const [model, ...moreModels] = areData ? models : others;
  const [data, ...moreData] = areData ? others : [];
  const notes = [
    ...moreModels.map(({ name }) => `${name} was ignored: one model per submission.`),
    ...moreData.map(({ name }) => `${name} was ignored: one data file per model.`),
  ];
  return { model, data, configs, notes };
}
