import { expect, test } from "vitest";
import { submit } from "@/server/cli/commands/submit";

const io = { stdin: (async function* () {})(), stdout: () => {}, stderr: () => {} };

test.each(["0", "1.5", "two"])("a gain of %s steps is no whole number of steps", async (steps) => {
  const argv = ["model.onnx", "--benchmark", "shapes", "--name", "x", "--at-least", steps];
  await expect(submit(argv, io)).rejects.toThrow(/--at-least/);
});

test("without a token nothing is sent, and the way to one is told", async () => {
  delete process.env.RUNG_TOKEN;
  const argv = ["model.onnx", "--benchmark", "shapes", "--name", "x", "--url", "http://127.0.0.1:9"];
  await expect(submit(argv, io)).rejects.toMatchObject({
    code: "sign_in_needed",
    hint: expect.stringContaining("token create"),
  });
});
