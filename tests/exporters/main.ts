import { spawn } from "node:child_process";
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { forEachAtOnce } from "@/server/files/for-each-at-once";
import { caseSchema, type Outcome, outcomeSchema } from "./case";
import { findPython } from "./find-python";
import { printTable } from "./print-table";
import { scoreCase } from "./score-case";

/** The exporters by the packages that fit together; `requirements-*.txt` says how to get each group's. */
const groups = {
  torch: ["torch", "torchvision", "timm", "onnx", "onnxscript", "onnxruntime"],
  tensorflow: ["tensorflow", "keras", "tf2onnx", "skl2onnx", "onnxruntime"],
  optimum: ["torch", "transformers", "optimum.exporters.onnx", "onnxruntime"],
};
const atOnce = 3;
const [only] = process.argv.slice(2);
const wanted = Object.entries(groups).filter(([group]) => only === undefined || only === group);
const here = import.meta.dirname;
const folder = join(here, "../../.exporters");
const work = join(folder, "work");
const known = join(work, "outcomes.jsonl");

await mkdir(work, { recursive: true });
await writeFile(
  join(work, "classes.txt"),
  Array.from({ length: 10 }, (_, index) => `class ${index}\n`).join(""),
);
const outcomes = await outcomesSoFar();
let lacking = 0;
for (const [group, modules] of wanted) {
  const python = await findPython(folder, group, modules);
  if (python) await runGroup(group, python);
  else {
    lacking += 1;
    console.log(
      `${group}: no Python here has ${modules.join(", ")}; see tests/exporters/requirements-${group}.txt`,
    );
  }
}
if (lacking === wanted.length && outcomes.length === 0) process.exit(0);
console.log(`\n${printTable(outcomes)}\n`);
const bad = outcomes.filter(({ verdict }) => ["different", "refused", "failed"].includes(verdict));
const counted = (verdict: string) => outcomes.filter((outcome) => outcome.verdict === verdict).length;
console.log(
  `${counted("equal")} equal to onnxruntime image by image, ${counted("refused as it must")} refused as they must be, ${bad.length} not so, ${counted("not exported")} that the exporter could not write`,
);
process.exit(bad.length > 0 ? 1 : 0);

/** What earlier runs found; `.exporters/work/outcomes.jsonl` is removed to begin anew. */
async function outcomesSoFar(): Promise<Outcome[]> {
  const text = await readFile(known, "utf8").catch(() => "");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => outcomeSchema.parse(JSON.parse(line)));
}

async function runGroup(group: string, python: string) {
  const done = outcomes.map(({ name }) => name);
  const script = join(here, `export_${group}.py`);
  const child = spawn(python, [script, work, ...done], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await forEachAtOnce(createInterface({ input: child.stdout }), atOnce, async (line) => {
    if (!line.startsWith("{")) return;
    const outcome = await scoreCase(caseSchema.parse(JSON.parse(line)));
    outcomes.push(outcome);
    await appendFile(known, `${JSON.stringify(outcome)}\n`);
    console.log(printTable([outcome]).split("\n")[1]);
  });
  const code = await ended;
  if (code !== 0) console.log(`${group}: ${script} ended with ${code}; what it did until then counts.`);
}
