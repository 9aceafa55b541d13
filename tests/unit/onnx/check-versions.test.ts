import { expect, test } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { oddClassifier, smallClassifier } from "../../fixtures/onnx/small-classifier";

test.each([7, 9, 17, 26])("opset %i is accepted", (opset) => {
  expect(codes(writeModel({ ...smallClassifier, opset }))).toEqual([]);
});

test.each([0, 6, 27, 1_000_000])("opset %i is refused, saying which are accepted", (opset) => {
  const { refusals } = inspect(writeModel({ ...smallClassifier, opset }));
  expect(refusals[0]!.code).toBe("unsupported_opset");
  expect(refusals[0]!.sentence).toContain(`opset ${opset} of ONNX; this site runs opsets 7 to 26`);
});

test.each([3, 8, 13])("IR version %i is accepted", (irVersion) => {
  expect(codes(writeModel({ ...smallClassifier, irVersion }))).toEqual([]);
});

test.each([2, 14, 2 ** 52])("IR version %i is refused", (irVersion) => {
  expect(codes(writeModel({ ...smallClassifier, irVersion }))).toEqual(["unsupported_ir"]);
});

test("a model without an opset is refused", () => {
  expect(codes(oddClassifier((model) => void (model.opsetImport = [])))).toEqual(["unsupported_opset"]);
});

test("a domain that no node uses may have any version", () => {
  const bytes = oddClassifier(
    (model) => void model.opsetImport.push({ domain: "org.pytorch.aten", version: 77 }),
  );
  expect(codes(bytes)).toEqual([]);
});

test("one domain declared twice, under either of its names, is refused", () => {
  const bytes = oddClassifier((model) => void model.opsetImport.push({ domain: "ai.onnx", version: 9 }));
  expect(codes(bytes)).toEqual(["ambiguous"]);
});

test("a training procedure in the file is refused", () => {
  const bytes = oddClassifier((model) => {
    model.trainingInfo.push({ algorithm: { name: "adam" } } as (typeof model.trainingInfo)[number]);
  });
  expect(codes(bytes)).toEqual(["training_info"]);
});
