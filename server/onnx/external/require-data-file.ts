import { quoteName } from "../quote-name";
import { UnreadableModel } from "../unreadable-model";
import { baseName } from "./base-name";
import type { ExternalTensor } from "./read-external";

/** Throws UnreadableModel unless these tensors have their values in one file, of this name. */
export function requireDataFile(tensors: ExternalTensor[], name: string): void {
  const [first] = tensors;
  if (!first) throw notNeeded(name);
  const locations = new Set(tensors.map(({ location }) => location));
  if (locations.size > 1) throw several(locations);
  if (baseName(first.location) !== baseName(name)) throw another(first, name);
}

function notNeeded(name: string): UnreadableModel {
  return new UnreadableModel(
    "other_data_file",
    `The model has all its values inside, so ${quoteName(baseName(name))} is not part of it.`,
    "If it is the model you meant, send it alone; if not, send the two files that one export wrote.",
  );
}

function several(locations: Set<string>): UnreadableModel {
  const first = [...locations].slice(0, 3).map((location) => quoteName(baseName(location)));
  return new UnreadableModel(
    "external_data",
    `The model's values are in ${locations.size} other files: ${first.join(", ")}${locations.size > 3 ? ", …" : ""}.`,
    'Send one at most. In their folder: import onnx; onnx.save_model(onnx.load("model.onnx"), "one-file.onnx", save_as_external_data=False), then send one-file.onnx.',
  );
}

function another({ location }: ExternalTensor, name: string): UnreadableModel {
  const [wanted, sent] = [quoteName(baseName(location)), quoteName(baseName(name))];
  return new UnreadableModel(
    "other_data_file",
    `The model has its values in ${wanted}; the file sent with it is ${sent}.`,
    `Send ${wanted} as the export named it. If ${sent} is that file, give it that name again.`,
  );
}
