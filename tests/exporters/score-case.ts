import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { evaluate } from "@/server/cli/commands/evaluate";
import { RungError } from "@/server/errors";
import type { Case, Outcome } from "./case";

/** Below this margin between the best two scores, two builds of a runtime may order them differently. */
const nearlyTied = 1e-4;

/**
 * Scores an exported file with `rung evaluate`: inspection, the worker's code, the sandbox. Compares each image's class with
 * onnxruntime's own; the file and its data file are removed afterwards.
 */
export async function scoreCase(given: Case): Promise<Outcome> {
  const { name, exporter, architecture, opset, variant, exportError, path, classes, margins } = given;
  const kinds = new Set(classes).size;
  const known = { name, exporter, architecture, opset, variant, images: classes.length, kinds };
  const none = { same: 0, tied: 0, ms: 0 };
  if (path === undefined) return { ...known, ...none, verdict: "not exported", words: exportError ?? "" };
  const started = performance.now();
  try {
    const said = await predictionsOf(given, path);
    const ms = Math.round(performance.now() - started);
    const same = classes.filter((expected, image) => said[image] === expected).length;
    const tied = classes.filter(
      (expected, image) => said[image] !== expected && margins[image]! < nearlyTied,
    ).length;
    if (kinds < 2)
      throw new Error("onnxruntime gives every image the same class, so equality would show nothing");
    const equal = classes.length > 0 && said.length === classes.length && same + tied === classes.length;
    return { ...known, same, tied, ms, verdict: equal ? "equal" : "different", words: "" };
  } catch (error) {
    const refusal = error instanceof RungError && error.code === "model_refused";
    const verdict = !refusal ? "failed" : given.refused ? "refused as it must" : "refused";
    return { ...known, ...none, verdict, words: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const file of [path, `${path}.data`]) await rm(file, { force: true });
  }
}

async function predictionsOf({ size, mean, std, layout }: Case, path: string): Promise<number[]> {
  const folder = dirname(path);
  const predictions = `${path}.txt`;
  const flags = {
    images: join(folder, `images-${size}.npy`),
    labels: join(folder, `labels-${size}.npy`),
    classes: join(folder, "classes.txt"),
    mean: mean.join(","),
    std: std.join(","),
    layout,
    "input-size": `3,${size},${size}`,
    device: "cpu",
    predictions,
  };
  const argv = Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
  const stdin = (async function* () {})();
  await evaluate([path, ...argv], { stdin, stdout: () => {}, stderr: () => {} });
  const lines = (await readFile(predictions, "utf8")).trim().split("\n");
  await rm(predictions);
  return lines.map(Number);
}
