import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { receiveMultipart } from "@/server/api/uploads/receive-multipart";
import type { Scratch } from "@/server/model-files/one-file/sent-model";
import { filePendingUploads } from "@/server/model-store/uploads/file-pending-uploads";

const folder = mkdtempSync(join(tmpdir(), "rung-forms-"));
afterAll(() => rmSync(folder, { recursive: true }));
const uploadsDir = join(folder, "uploads");
const pending = filePendingUploads(uploadsDir);
const scratch: Pick<Scratch, "withFile"> = { withFile: (use) => pending.withFile("0".repeat(32), use) };
const limits = { scratch, maxBytes: 1000, mostBytes: 2000 };

const fileCalled = (name: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"; filename="f"\r\n\r\n${"x".repeat(99)}`;

const send = (body: string) => {
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const request = new Request("http://127.0.0.1", { method: "POST", headers, body });
  return receiveMultipart(request, limits, () => Promise.resolve("received"));
};

// An error event of a file that nobody reads would be an uncaught exception, which vitest counts as a failure too.
test.each([
  ["of a part that is asked for", fileCalled("model")],
  ["of a part that nobody asked for", fileCalled("modem")],
  ["of the second of two", `${fileCalled("model")}\r\n${fileCalled("model")}`],
])("a form cut in the middle %s is refused, leaves nothing and ends no process", async (_, body) => {
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  process.on("uncaughtExceptionMonitor", note);
  await expect(send(body)).rejects.toMatchObject({ name: "RungError", code: "bad_input" });
  for (let i = 0; i < 5; i += 1) await turn();
  process.off("uncaughtExceptionMonitor", note);
  expect(uncaught).toEqual([]);
  expect(readdirSync(uploadsDir)).toEqual([]);
});
