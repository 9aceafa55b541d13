import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { modelFiles, submissions, trials, uploads } from "@/db/schema";
import { submissionState } from "@/db/schema/submissions";
import { modelFilePath } from "@/server/model-store/model-file-path";
import { writeModel } from "@/server/onnx/write-model";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { sweepTest as test } from "./sweep-test";

const hourMs = 3600 * 1000;

test("a file that nobody submitted goes after a day, with its upload, and not before", async ({
  site,
  sweep,
  there,
  known,
  add,
  upload,
}) => {
  const hash = await add();
  const id = await upload(hash);
  site.wait(24 * hourMs);
  expect(await sweep()).toBe(0);
  expect(await there(hash)).toBe(true);
  site.wait(1);
  expect(await sweep()).toBe(1);
  expect([await there(hash), await known(hash)]).toEqual([false, false]);
  expect(await site.owner.db.select().from(uploads).where(eq(uploads.id, id))).toEqual([]);
});

test("a file that a submission names stays for ever, unless it ended refused, failed or withdrawn", async ({
  site,
  sweep,
  there,
  add,
  submit,
}) => {
  const stays: Record<string, boolean> = {};
  for (const state of submissionState.enumValues) {
    const bytes = writeModel({ ...smallClassifier, producer: state });
    const { id } = await submit(await add(bytes));
    const ended = { state, endedAt: site.clock.now };
    await site.owner.db.update(submissions).set(ended).where(eq(submissions.id, id));
  }
  site.wait(1000 * 24 * hourMs);
  await sweep();
  for (const { state, modelHash } of await site.owner.db.select().from(submissions))
    stays[state] = await there(modelHash);
  expect(stays).toEqual({
    inspecting: true,
    queued: true,
    evaluating: true,
    "waiting-for-you": true,
    "awaiting-approval": true,
    scored: true,
    voided: true,
    disqualified: true,
    refused: false,
    failed: false,
    withdrawn: false,
  });
});

test("a file goes a day after its only submission failed, with what was tried of it; the submission stays", async ({
  site,
  sweep,
  there,
  add,
  submit,
  benchmark,
}) => {
  const { id, modelHash } = await submit(await add(writeModel(smallClassifier)));
  site.wait(30 * hourMs);
  const ended = { state: "failed", endedAt: site.clock.now } as const;
  await site.owner.db.update(submissions).set(ended).where(eq(submissions.id, id));
  const versionId = benchmark.versions[0]!.id;
  const tried = { modelHash, versionId, geometry: "32", tried: [], createdAt: site.clock.now };
  await site.owner.db.insert(trials).values(tried);
  site.wait(24 * hourMs);
  expect([await sweep(), await there(modelHash)]).toEqual([0, true]);
  site.wait(1);
  expect([await sweep(), await there(modelHash)]).toEqual([1, false]);
  expect(await site.owner.db.select().from(trials)).toEqual([]);
  const [file] = await site.owner.db.select().from(modelFiles);
  expect(file).toMatchObject({ hash: modelHash, removedAt: site.clock.now });
  expect((await site.owner.db.select().from(submissions)).map(({ id }) => id)).toEqual([id]);
  expect(await sweep()).toBe(0);
});

test("a file that a refused submission and one that counts name stays", async ({
  site,
  sweep,
  there,
  add,
  submit,
}) => {
  const hash = await add(writeModel(smallClassifier));
  const { id } = await submit(hash);
  const ended = { state: "failed", endedAt: site.clock.now } as const;
  await site.owner.db.update(submissions).set(ended).where(eq(submissions.id, id));
  expect((await submit(hash)).state).toBe("queued");
  site.wait(1000 * 24 * hourMs);
  expect([await sweep(), await there(hash)]).toEqual([0, true]);
});

test("the same file can be submitted again after its bytes went: once they are there, and not before", async ({
  sweep,
  site,
  there,
  add,
  submit,
}) => {
  const bytes = new TextEncoder().encode("no model");
  const first = await submit(await add(bytes));
  expect(first.state).toBe("refused");
  site.wait(25 * hourMs);
  expect(await sweep()).toBe(1);
  await expect(submit(first.modelHash)).rejects.toMatchObject({
    code: "not_found",
    hint: expect.stringMatching(/Upload it again/),
  });
  const again = await submit(await add(bytes));
  expect(again).toMatchObject({ state: "refused", modelHash: first.modelHash });
  expect([again.id === first.id, await there(first.modelHash)]).toEqual([false, true]);
  site.wait(25 * hourMs);
  expect([await sweep(), await there(first.modelHash)]).toEqual([1, false]);
});

test("a file that came again, or that a younger upload became, has its day from then", async ({
  site,
  sweep,
  there,
  add,
  upload,
}) => {
  const bytes = randomBytes(100);
  const [again, uploaded, neither] = [await add(bytes), await add(), await add()];
  site.wait(25 * hourMs);
  await add(bytes);
  await upload(uploaded);
  expect(await sweep()).toBe(1);
  expect([await there(again), await there(uploaded), await there(neither)]).toEqual([true, true, false]);
});

test("half-written files of a killed process go; files that this database does not know stay", async ({
  site,
  sweep,
}) => {
  const stranger = modelFilePath(join(site.dataDir, "models"), "ab".repeat(32));
  const [old, young] = ["a", "b"].map((digit) => join(site.dataDir, "models", `.${digit.repeat(16)}.part`));
  await mkdir(dirname(stranger), { recursive: true });
  for (const path of [stranger, old!, young!]) await writeFile(path, "x");
  const seconds = site.clock.now.getTime() / 1000;
  for (const path of [stranger, old!]) await utimes(path, seconds - 25 * 3600, seconds - 25 * 3600);
  await sweep();
  expect((await readdir(join(site.dataDir, "models"))).sort()).toEqual([`.${"b".repeat(16)}.part`, "ab"]);
  expect(await readFile(stranger, "utf8")).toBe("x");
});
