import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { sweepTest } from "./sweep-test";

const hourMs = 3600 * 1000;

const test = sweepTest.extend("sweepKilled", ({ site }) => async (moment: "before" | "after") => {
  const given = [site.database.workerUrl, site.dataDir, site.clock.now.toISOString(), moment];
  const program = ["--import", "tsx", "tests/fixtures/hold-a-sweep.ts", ...given];
  const child: ChildProcess = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout!, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
});

test.for(["before", "after"] as const)(
  "a sweep killed just %s it removed a file loses nothing that counts, and the next one ends its work",
  async (moment, { site, sweep, sweepKilled, there, known, add, submit }) => {
    const bytes = writeModel(smallClassifier);
    const hash = await add(bytes);
    site.wait(25 * hourMs);
    await sweepKilled(moment);
    expect([await there(hash), await known(hash)]).toEqual([moment === "before", true]);
    // The connection of the killed sweep may still hold its lock for a moment: whoever asks waits for it.
    const submitting = submit(hash);
    if (moment === "after") {
      await expect(submitting).rejects.toMatchObject({ code: "not_found" });
      expect([await sweep(), await known(hash)]).toEqual([1, false]);
      await add(bytes);
    } else {
      expect((await submitting).state).toBe("queued");
    }
    site.wait(25 * hourMs);
    expect([await sweep(), await there(hash)]).toEqual([moment === "after" ? 1 : 0, moment === "before"]);
  },
);
