import { expect, test } from "vitest";
import { submit } from "@/server/cli/commands/submit";
import { runCommand } from "@/server/cli/run-command";

async function said(...argv: string[]) {
  let err = "";
  const io = {
    stdin: (async function* () {})(),
    stdout: () => {},
    stderr: (text: string) => void (err += text),
  };
  const usage =
    "MODEL.onnx --benchmark SLUG --name NAME [--paper URL] [--at-least STEPS] [--mean 0,0,0] [--std 1,1,1]";
  const entry = { usage, summary: "", load: async () => submit };
  const code = await runCommand(["submit", ...argv], io, { submit: entry });
  return { code, err };
}

test("all flags that a command does not have are named at once, with those that were meant", async () => {
  const { code, err } = await said("m.onnx", "--benchmrk", "x", "--zebra=1", "--name", "y");
  expect(code).toBe(2);
  expect(err).toMatch(/^error: There is no flag --benchmrk \(did you mean --benchmark\?\), --zebra\.\n/);
});

test("all that is wrong with the flags is named at once, one fault of the mean once", async () => {
  const { code, err } = await said(
    "--name",
    "y",
    "--at-least",
    "0",
    "--mean",
    "123,116,103",
    "--std",
    "0,0,0",
  );
  expect(code).toBe(2);
  for (const words of [
    "Give one model file",
    "--benchmark is needed",
    "--at-least takes",
    "--std must be greater",
  ])
    expect(err).toContain(words);
  expect(err.match(/--mean is in fractions/g)).toHaveLength(1);
});
