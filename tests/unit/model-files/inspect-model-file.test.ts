import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { inspectModelFile } from "@/server/model-files/inspect-model-file";
import { bytesSource } from "@/server/onnx/byte-source";
import { inspectModel } from "@/server/onnx/inspect-model";
import { writeModel } from "@/server/onnx/write-model";
import { folderTest as test } from "../../fixtures/folder-test";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";

const bytes = writeModel(smallClassifier);
const expected = inspectModel({ source: bytesSource(bytes), classes: 10 });

test("the child says of a file what the inspection says of its bytes", async ({ folder }) => {
  const path = join(folder, "good.onnx");
  await writeFile(path, bytes);
  expect(await inspectModelFile({ path, classes: 10 })).toEqual(expected);
});

test("many inspections at a time are done by one program", async ({ folder }) => {
  const path = join(folder, "good too.onnx");
  await writeFile(path, bytes);
  const inspections = await Promise.all([1, 2, 3].map(() => inspectModelFile({ path, classes: 10 })));
  expect(inspections).toEqual([expected, expected, expected]);
});

test("a file that is gone is an error with a code", async ({ folder }) => {
  const inspection = inspectModelFile({ path: join(folder, "none.onnx"), classes: 10 });
  await expect(inspection).rejects.toMatchObject({ name: "RungError", code: "not_found" });
});

test("an inspection that does not end is ended", async ({ folder }) => {
  const path = join(folder, "pipe");
  execFileSync("mkfifo", [path]);
  const inspection = inspectModelFile({ path, classes: 10, wallMs: 300 });
  await expect(inspection).rejects.toMatchObject({ name: "RungError", code: "model_refused" });
});
