import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { RungError } from "@/server/errors";
import { mergeFiles } from "@/server/model-files/one-file/merge-files";
import type { Scratch } from "@/server/model-files/one-file/sent-model";
import { withOneFile } from "@/server/model-files/one-file/with-one-file";
import { filePendingUploads } from "@/server/model-store/uploads/file-pending-uploads";
import { writeModel } from "@/server/onnx/write-model";
import { folderTest } from "../../../fixtures/folder-test";
import { oneFileOf } from "../../../fixtures/onnx/one-file-of";
import { smallClassifier } from "../../../fixtures/onnx/small-classifier";
import { writeTwoFiles } from "../../../fixtures/onnx/write-two-files";
import { writeZip } from "../../../fixtures/write-zip";

const two = writeTwoFiles(smallClassifier, "small.onnx.data");
const whole = Buffer.from(writeModel(smallClassifier));
const expected: Uint8Array = oneFileOf(two.model, { name: "small.onnx.data", bytes: two.data });
const packed = {
  model: { path: "a/small.onnx", bytes: two.model },
  data: { path: "small.onnx.data", bytes: two.data },
};

type Sent = { bytes: Uint8Array; data?: { name: string; bytes: Uint8Array }; mostBytes?: number };

const test = folderTest
  /** The bytes that what was sent is lent as. */
  .extend("lent", ({ folder }) => async ({ bytes, data, mostBytes = 1e9 }: Sent) => {
    const [path, dataPath] = [join(folder, "sent"), join(folder, "sent data")];
    await writeFile(path, bytes);
    if (data) await writeFile(dataPath, data.bytes);
    const sent = { path, data: data ? { path: dataPath, name: data.name } : null };
    const pending = filePendingUploads(join(folder, "scratch"));
    const scratch: Scratch = {
      reserve: async () => {},
      withFile: (use) => pending.withFile("0".repeat(32), use),
    };
    return await withOneFile({ scratch, sent, mostBytes }, (lent) => readFile(lent));
  })
  .extend("refusal", ({ lent }) => async (sent: Sent) => {
    const error = await lent(sent).then(
      () => null,
      (error) => error,
    );
    if (error instanceof RungError) return `${error.code}: ${error.message}`;
    throw error ?? new Error("not refused");
  })
  .extend(
    "leftovers",
    ({ folder }) =>
      () =>
        readdir(join(folder, "scratch")).catch(() => []),
  );

test("a model and its data file are lent as one file, which is gone afterwards", async ({
  lent,
  leftovers,
}) => {
  const data = { name: "small.onnx.data", bytes: two.data };
  expect(await lent({ bytes: two.model, data })).toEqual(expected);
  expect(await leftovers()).toEqual([]);
});

test.for([
  ["in two files", [packed.model, packed.data], expected],
  ["in two files, the data first", [packed.data, packed.model], expected],
  ["in one file", [{ path: "small.onnx", bytes: whole }], whole],
  [
    "in two files, beside a read-me and what macOS adds",
    [
      packed.model,
      { path: "README.md", bytes: whole },
      { path: "__MACOSX/._small.onnx", bytes: whole },
      { path: ".DS_Store", bytes: whole },
      packed.data,
    ],
    expected,
  ],
] as const)("an archive of a model %s is lent as one file", async ([, files, bytes], { lent, leftovers }) => {
  expect(await lent({ bytes: writeZip([...files]) })).toEqual(bytes);
  expect(await leftovers()).toEqual([]);
});

test.for([
  ["a model alone", whole],
  ["half a model", Buffer.from(two.model)],
  ["a PyTorch checkpoint", writeZip([{ path: "archive/data.pkl", bytes: whole }])],
  ["three bytes", Buffer.from("abc")],
] as const)("%s is lent as it came, for inspection to judge", async ([, bytes], { lent }) => {
  expect(await lent({ bytes })).toEqual(bytes);
});

test.for([
  [
    "another data file",
    { bytes: two.model, data: { name: "x", bytes: two.data } },
    "model_refused: The model has its values in “small.onnx.data”; the file sent with it is “x”.",
  ],
  [
    "a cut data file",
    { bytes: two.model, data: { name: "small.onnx.data", bytes: two.data.subarray(0, 99) } },
    "model_refused: The data file has 99 bytes; tensor “weight” needs it to have 120 at least.",
  ],
  [
    "a data file for an archive",
    { bytes: writeZip([packed.model]), data: { name: "small.onnx.data", bytes: two.data } },
    "model_refused: This is not an ONNX model but a zip archive.",
  ],
  [
    "more than the limit",
    { bytes: two.model, data: { name: "small.onnx.data", bytes: two.data }, mostBytes: 400 },
    "model_refused: Written as one file the model has",
  ],
  [
    "two models packed",
    { bytes: writeZip([packed.model, { path: "b.onnx", bytes: whole }]) },
    "model_refused: The archive holds 2 models: “small.onnx”, “b.onnx”.",
  ],
  [
    "a model packed without its data",
    { bytes: writeZip([packed.model, { path: "b.data", bytes: whole }]) },
    "model_refused: The archive holds “small.onnx”, whose values are in “small.onnx.data”, and “b.data”.",
  ],
  [
    "weights packed without their model",
    { bytes: writeZip([packed.data]) },
    "model_refused: The archive holds the weights alone, “small.onnx.data”, without their .onnx file.",
  ],
  [
    "two data files of one name",
    { bytes: writeZip([packed.model, packed.data, { ...packed.data, path: `b/${packed.data.path}` }]) },
    "model_refused: The archive holds 2 files called “small.onnx.data”.",
  ],
  [
    "a path out of the folder",
    { bytes: writeZip([{ ...packed.model, path: "../small.onnx" }, packed.data]) },
    "model_refused: The zip archive cannot be unpacked: invalid relative path: ../small.onnx.",
  ],
  [
    "more than it declares",
    { bytes: writeZip([{ ...packed.model, declared: 20 }]) },
    "model_refused: The zip archive cannot be unpacked: too many bytes in the stream. expected 20. got at least",
  ],
  [
    "a size beyond the limit",
    { bytes: writeZip([{ ...packed.model, declared: 2e9 }]) },
    "too_large: The archive unpacks to 2,000,000,000 bytes",
  ],
  [
    "a wrong sum",
    { bytes: writeZip([{ ...packed.model, sum: 7 }]) },
    "model_refused: The zip archive cannot be unpacked: the check sum of small.onnx is wrong.",
  ],
  [
    "thousands of files",
    { bytes: writeZip(Array.from({ length: 1001 }, (_, i) => ({ path: `${i}`, bytes: Buffer.alloc(1) }))) },
    "model_refused: The zip archive cannot be unpacked: it has 1001 entries.",
  ],
  [
    "a cut archive",
    { bytes: writeZip([packed.model, packed.data]).subarray(0, 300) },
    "model_refused: The zip archive cannot be unpacked",
  ],
] as const)(
  "%s is refused, saying so, and nothing is left behind",
  async ([, sent, message], { refusal, leftovers }) => {
    expect(await refusal(sent)).toContain(message);
    expect(await leftovers()).toEqual([]);
  },
);

test("an archive in an archive is not opened: inspection judges what is inside", async ({ lent }) => {
  const inner = writeZip([{ path: "model.onnx", bytes: whole }]);
  expect(inner.equals(await lent({ bytes: writeZip([{ path: "model.onnx", bytes: inner }]) }))).toBe(true);
});

test.runIf(process.platform === "linux")("a full disk is said to be full", async ({ folder }) => {
  const [modelPath, path, targetPath] = ["model", "data", "target"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(modelPath, two.model);
  await writeFile(path, two.data);
  await symlink("/dev/full", targetPath);
  const data = { path, name: "small.onnx.data" };
  await expect(mergeFiles({ modelPath, data, targetPath, mostBytes: 1e9 })).rejects.toMatchObject({
    code: "disk_full",
  });
});
