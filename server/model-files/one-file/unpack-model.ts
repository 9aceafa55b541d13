import { RungError } from "../../errors";
import { baseName } from "../../onnx/external/base-name";
import { quoteName } from "../../onnx/quote-name";
import { type Packed, withArchive } from "./archive";
import { namedFiles } from "./merge-files";
import type { Scratch, SentModel } from "./sent-model";

const again = "Pack one .onnx file and the one data file that it names, or send the two as they are.";

/**
 * Unpacks an archive's model to `modelPath` and the data file that it names, if any, to `dataPath`; other files stay packed. Null
 * for an archive without a model, such as a PyTorch checkpoint. Throws `model_refused` (several models, a missing or double half,
 * a damaged archive), `too_large` (declared sizes above `mostBytes`), `storage_spent`, `disk_full`.
 */
export async function unpackModel({
  path,
  modelPath,
  dataPath,
  mostBytes,
  scratch,
  root,
}: {
  path: string;
  modelPath: string;
  dataPath: string;
  mostBytes: number;
  scratch: Scratch;
  root?: string;
}): Promise<SentModel | null> {
  return await withArchive(path, async (files) => {
    const model = onlyModel(files);
    if (!model) return null;
    await requireSize(model.bytes, model.bytes);
    await model.unpack(modelPath);
    const [named] = await namedFiles({ path: modelPath, root });
    if (named === undefined) return { path: modelPath, data: null };
    const data = onlyNamed(files, baseName(named), model.name);
    await requireSize(model.bytes + data.bytes, data.bytes);
    await data.unpack(dataPath);
    return { path: modelPath, data: { path: dataPath, name: data.name } };
  });

  async function requireSize(bytes: number, more: number) {
    if (bytes > mostBytes)
      throw new RungError(
        "too_large",
        `The archive unpacks to ${bytes.toLocaleString("en")} bytes; the limit is ${mostBytes.toLocaleString("en")}.`,
        "Nothing was stored.",
      );
    await scratch.reserve(more);
  }
}

function onlyModel(files: Packed[]): Packed | null {
  const models = files.filter(({ name }) => /\.onnx$/i.test(name));
  if (models.length > 1)
    throw refusal(`holds ${models.length} models: ${listed(models)}`, "Send one of them.");
  const halves = files.filter(({ name }) => /\.onnx[._]?data$/i.test(name));
  if (models.length === 0 && halves.length > 0)
    throw refusal(`holds the weights alone, ${listed(halves)}, without their .onnx file`, again);
  return models[0] ?? null;
}

function onlyNamed(files: Packed[], name: string, model: string): Packed {
  const [data, ...more] = files.filter((file) => file.name === name);
  if (data && more.length === 0) return data;
  if (data) throw refusal(`holds ${more.length + 1} files called ${quoteName(name)}`, again);
  const others = listed(files.filter((file) => file.name !== model)) || "nothing else";
  throw refusal(`holds ${quoteName(model)}, whose values are in ${quoteName(name)}, and ${others}`, again);
}

function listed(files: Packed[]): string {
  const names = files.slice(0, 3).map(({ name }) => quoteName(name));
  return `${names.join(", ")}${files.length > 3 ? ", …" : ""}`;
}

function refusal(what: string, hint: string): RungError {
  return new RungError("model_refused", `The archive ${what}.`, hint);
}
