import onnxProto from "onnx-proto";
import { expect, test } from "vitest";
import { inspectModel } from "@/server/onnx/inspect-model";
import { inspectionSchema } from "@/server/onnx/inspection-schema";
import { writeModel } from "@/server/onnx/write-model";
import { externalModels } from "../../fixtures/onnx/external-models";
import { mutate, seededRandom } from "../../fixtures/onnx/mutate";
import { classifierWith, smallClassifier } from "../../fixtures/onnx/small-classifier";

const inputs = 12_000;
const mostReads = 5_000;

test("twelve thousand malformed files: none throws, none takes many reads, none that is accepted reads otherwise to a protobuf library", () => {
  const random = seededRandom(20_190_213);
  const seeds = [
    writeModel(smallClassifier),
    ...Object.values(externalModels).map((build) => build()),
    nestedModel(),
  ];
  let accepted = 0;
  let slowest = 0;
  for (let index = 0; index < inputs; index += 1) {
    const bytes = mutate(seeds, random);
    const { reads, inspection } = countedInspection(bytes);
    slowest = Math.max(slowest, reads);
    if (!inspection.accepted) continue;
    accepted += 1;
    const library = onnxProto.onnx.ModelProto.decode(bytes);
    const operators = Object.values(inspection.model!.operators).reduce((sum, count) => sum + count, 0);
    expect(operators).toBe(countNodes(library.graph!));
    expect(JSON.stringify(library)).not.toContain("EXTERNAL");
  }
  expect(slowest).toBeLessThan(mostReads);
  expect(accepted).toBeGreaterThan(50);
  expect(accepted).toBeLessThan(inputs / 2);
});

function countedInspection(bytes: Uint8Array) {
  let reads = 0;
  const read = (offset: number, length: number) => {
    reads += 1;
    return bytes.subarray(offset, offset + length);
  };
  const inspection = inspectionSchema.parse(
    inspectModel({ source: { size: bytes.length, read }, classes: 10 }),
  );
  return { reads, inspection };
}

type LooseGraph = {
  node?: { attribute?: { g?: LooseGraph | null; graphs?: LooseGraph[] | null }[] | null }[] | null;
};

function countNodes(graph: LooseGraph): number {
  const attributes = (graph.node ?? []).flatMap((node) => node.attribute ?? []);
  const inner = attributes.flatMap(({ g, graphs }) => [...(g ? [g] : []), ...(graphs ?? [])]);
  return (graph.node ?? []).length + inner.reduce((sum, next) => sum + countNodes(next), 0);
}

function nestedModel(): Uint8Array {
  const branch = { name: "branch", node: [{ opType: "Relu", input: ["flat"], output: ["r"] }] };
  return classifierWith({ opType: "If", attribute: [{ name: "then_branch", type: 5, g: branch }] });
}
