import { dirname } from "node:path";
import { writeModel } from "@/server/onnx/write-model";
import { startModelChild } from "../model-run/model-child";
import { cacheFile } from "../sandbox/cache-file";
import type { Sandbox } from "../sandbox/launch";
import type { Provider } from "../sandbox/runtime-files";

const SIDE = 8;
const PATIENCE_MS = 60_000;
const LIMITS = { addressSpaceBytes: null, cpuSeconds: 60 };

/** Has a provider average one image's channels in the sandbox; null if the answer is right, else what went wrong. */
export async function tryProvider(provider: Provider, sandbox: Sandbox): Promise<string | null> {
  // There the filter of system calls is what closes the network, and a graphics card's runtime has none.
  if (sandbox.kind === "landlock" && provider !== "cpu") return "it needs bubblewrap or user namespaces";
  const model = cacheFile(dirname(sandbox.program), "average.onnx", averageOfChannels());
  const pixels = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, i) => [0, 51, 255][i % 3]!);
  const child = startModelChild({
    sandbox,
    model,
    request: {
      provider,
      threads: 1,
      batch: 1,
      height: SIDE,
      width: SIDE,
      classes: 3,
      layout: "NCHW",
      mean: [0, 0, 0],
      std: [1, 1, 1],
      sigmoid: false,
      quiet: false,
    },
    padding: pixels,
    limits: LIMITS,
    residentBytes: null,
  });
  const timer = setTimeout(() => void child.stop(), PATIENCE_MS);
  const noJudge = () => null;
  try {
    const scores = new Float32Array(3);
    let trouble = await child.ready(noJudge);
    if (!trouble) {
      child.send(1, pixels, "together");
      trouble = await child.receive(scores, noJudge);
    }
    if (trouble) return trouble.kind === "exit" && trouble.said ? oneLine(trouble.said) : trouble.kind;
    const right = [0, 0.2, 1].every((value, i) => Math.abs(scores[i]! - value) < 1e-3);
    return right ? null : `it computed ${scores.join(", ")} for 0, 0.2, 1`;
  } finally {
    clearTimeout(timer);
    await child.stop();
  }
}

function averageOfChannels(): Uint8Array {
  return writeModel({
    name: "average",
    opset: 13,
    inputs: [{ name: "image", shape: [1, 3, SIDE, SIDE], type: "float32" }],
    outputs: [{ name: "scores", shape: [1, 3], type: "float32" }],
    initializers: [],
    nodes: [
      { op: "GlobalAveragePool", inputs: ["image"], outputs: ["means"] },
      { op: "Flatten", inputs: ["means"], outputs: ["scores"] },
    ],
  });
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 200);
