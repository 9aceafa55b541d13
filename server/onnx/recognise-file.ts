import type { Fault } from "./inspection-schema";
import { plainName } from "./quote-name";

type Kind = { what: string; hint: string; code?: string };

const torchHint =
  'Load it in PyTorch and export: model.eval(); torch.onnx.export(model, torch.zeros(1, 3, 32, 32), "model.onnx", input_names=["input"], dynamic_axes={"input": {0: "batch"}}).';
const kerasHint =
  'Convert it: python -m tf2onnx.convert --keras model.h5 --output model.onnx, or in Keras 3 model.export("model.onnx", format="onnx").';
const unpackHint = "Unpack it and upload the .onnx file inside.";
const wrongFile = "Choose the .onnx file that the export wrote.";

const atStart: [string, Kind][] = [
  ["\x89HDF\r\n\x1a\n", { what: "an HDF5 file, as Keras writes it (.h5)", hint: kerasHint }],
  ["\x80\x02", { what: "a Python pickle, as PyTorch writes it (.pt, .pth)", hint: torchHint }],
  ["\x80\x03", { what: "a Python pickle", hint: torchHint }],
  ["\x80\x04", { what: "a Python pickle", hint: torchHint }],
  ["\x80\x05", { what: "a Python pickle", hint: torchHint }],
  ["\x1f\x8b", { what: "a gzip archive", hint: unpackHint }],
  ["7z\xbc\xaf\x27\x1c", { what: "a 7z archive", hint: unpackHint }],
  ["GGUF", { what: "a GGUF file", hint: wrongFile }],
  ["\x93NUMPY", { what: "a NumPy array (.npy)", hint: wrongFile }],
  ["\x89PNG", { what: "a PNG image", hint: wrongFile }],
  ["\xff\xd8\xff", { what: "a JPEG image", hint: wrongFile }],
  ["%PDF", { what: "a PDF document", hint: wrongFile }],
  ["\x7fELF", { what: "a compiled program or engine", hint: wrongFile }],
  [
    "version https://git-lfs",
    {
      what: "a Git LFS pointer to the model",
      hint: "Fetch the real file with git lfs pull, or download it from the repository's file page.",
    },
  ],
];

const atFour: [string, Kind][] = [
  [
    "ORTM",
    {
      what: "a model in onnxruntime's own format (.ort)",
      hint: "Upload the .onnx file that it was converted from.",
      code: "ort_format",
    },
  ],
  [
    "TFL3",
    {
      what: "a TensorFlow Lite model",
      hint: "Convert it: python -m tf2onnx.convert --tflite model.tflite --output model.onnx.",
    },
  ],
];

/** How many leading bytes `recogniseFile` looks at. */
export const recognisedBytes = 1024;

/** Refuses a file whose leading bytes are another format's; null if they may be ONNX. */
export function recogniseFile(head: Uint8Array): Fault | null {
  const bytes = latin1(head);
  const match =
    atFour.find(([mark]) => bytes.startsWith(mark, 4)) ?? atStart.find(([mark]) => bytes.startsWith(mark));
  const kind = match?.[1] ?? archiveKind(bytes);
  return kind && refusalOf(kind);
}

/** Refuses a file that is text, quoting its beginning; null if it is not text. For use when reading as ONNX has failed. */
export function recogniseText(head: Uint8Array): Fault | null {
  const text = new TextDecoder().decode(head).replace(/\uFFFD$/, "");
  if (/[\p{Cc}\uFFFD]/u.test(text.replace(/[\t\n\r]/g, ""))) return null;
  const beginning = plainName(text.trim().replace(/\s+/g, " "));
  const what = /^\s*(<!doctype html|<html)/i.test(text) ? "a web page" : "a text file";
  return refusalOf({
    what: beginning ? `${what} that begins “${beginning}”` : what,
    hint: 'A download may have saved a page or a note instead of the model. Choose the .onnx file that the export wrote, for instance torch.onnx.export(model, example, "model.onnx").',
  });
}

function archiveKind(bytes: string): Kind | null {
  if (bytes.startsWith("PK\x03\x04")) return zipKind(bytes);
  if (bytes.startsWith("ustar", 257)) return { what: "a tar archive", hint: unpackHint };
  // safetensors: a length in eight bytes, then JSON.
  if (bytes.startsWith("\0\0", 6) && bytes.startsWith('{"', 8))
    return { what: "a safetensors file, which contains weights without the network", hint: torchHint };
  return null;
}

function zipKind(bytes: string): Kind {
  if (/data\.pkl|\/version|byteorder|constants\.pkl/.test(bytes))
    return { what: "a PyTorch checkpoint (.pt, .pth)", hint: torchHint };
  if (/metadata\.json|config\.json|model\.weights\.h5/.test(bytes))
    return { what: "a Keras model (.keras)", hint: kerasHint };
  return { what: "a zip archive", hint: unpackHint };
}

function refusalOf({ what, hint, code = "not_onnx" }: Kind): Fault {
  return { code, sentence: `This is not an ONNX model but ${what}.`, where: null, hint };
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, recognisedBytes), (byte) => String.fromCharCode(byte)).join("");
}
