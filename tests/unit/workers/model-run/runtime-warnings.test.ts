import { expect, test } from "vitest";
import { cleanRuntimeWords } from "@/workers/model-run/clean-runtime-words";
import { cureForLoading } from "@/workers/model-run/cure-for-loading";
import { runtimeWarnings } from "@/workers/model-run/runtime-warnings";

const stamped = (words: string) =>
  `\u001b[0;93m2026-11-27 19:14:13.449990815 [W:onnxruntime:, graph.cc:4285 CleanUnusedInitializers] ${words}\u001b[m`;

test("each warning comes once, with its count, without time, place and colour", () => {
  const said = [stamped("Removing initializer 'w'."), stamped("Removing initializer 'w'."), "noise", ""].join(
    "\n",
  );
  expect(runtimeWarnings(said)).toEqual([{ text: "Removing initializer 'w'.", times: 2 }]);
});

test("what the sandbox makes the runtime miss is not the author's matter", () => {
  expect(runtimeWarnings(stamped("Unknown CPU vendor. cpuinfo_vendor value: 0"))).toEqual([]);
});

test("a model that warns without end is told of in twenty warnings", () => {
  const said = Array.from({ length: 500 }, (_, i) => stamped(`node n${i} is odd`)).join("\n");
  expect(runtimeWarnings(said)).toHaveLength(20);
});

test.each([
  [
    "paths of this machine",
    "Load model from /model.onnx failed: bad",
    "Load model from the file failed: bad",
  ],
  [
    "a path at home",
    "cannot open /home/ada/.rung/models/ab/cd.onnx for reading",
    "cannot open the file for reading",
  ],
  ["decimals", "value -0.1234 and 1e-05 and nan here", "value # and # and # here"],
  [
    "indices that a tensor held",
    "indices element out of data bounds, idx=1234",
    "indices element out of data bounds, idx=#",
  ],
])("%s are taken out", (_, said, clean) => {
  expect(cleanRuntimeWords(said)).toBe(clean);
});

test("names of nodes, types and shapes stay", () => {
  const words = "Conv(11) node with name '/conv1/Conv' {1,3,32,32} tensor(float16)";
  expect(cleanRuntimeWords(words)).toBe(words);
});

test.each([
  ["Type 'tensor(bfloat16)' of input parameter (x0) of operator (Conv) is invalid", "model.float()"],
  ["Could not find an implementation for Conv(11) node with name '/conv1/Conv'", "float64"],
  [
    "Type Error: Type (tensor(float16)) of output arg of node (Cast_9) does not match expected type",
    "convert the float32 model anew",
  ],
  ["Protobuf parsing failed.", "onnx.checker"],
])("a load that fails for %s has a cure", (words, cure) => {
  expect(cureForLoading(words)).toContain(cure);
});
