import { expect, test } from "vitest";
import { testsetImport } from "@/server/cli/commands/testset-import";
import { UsageError } from "@/server/cli/usage-error";

const io = { stdin: (async function* () {})(), stdout: () => {}, stderr: () => {} };

test("who insists says why", async () => {
  const words = ["images.tar", "--benchmark", "ours", "--name", "New", "--role", "hidden", "--insist"];
  for (const nothing of ["", "  "]) {
    await expect(testsetImport([...words, nothing], io)).rejects.toThrow(UsageError);
  }
});
