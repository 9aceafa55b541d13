import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { POST as submit } from "@/app/api/v1/submissions/route";
import { modelFiles, uploads } from "@/db/schema";
import { authorise } from "@/server/auth/authorise";
import { sweepModelFiles } from "@/server/model-files/sweep-model-files";
import { inspectUpload } from "@/server/submissions/inspect-upload";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { oneFileOf } from "../../../fixtures/onnx/one-file-of";
import { smallClassifier } from "../../../fixtures/onnx/small-classifier";
import { writeTwoFiles } from "../../../fixtures/onnx/write-two-files";
import { writeZip } from "../../../fixtures/write-zip";
import { idOf, uploadClient } from "../uploads/upload-client";
import { withToken } from "../visitor";
import { formTest } from "./form-test";
import { postForm } from "./post-form";

const name = "small.onnx.data";
const two = writeTwoFiles(smallClassifier, name);
const whole = oneFileOf(two.model, { name, bytes: two.data });
const model = new File([two.model as Uint8Array<ArrayBuffer>], "small.onnx");
const data = new File([two.data as Uint8Array<ArrayBuffer>], name);
const archive = writeZip([
  { path: "small.onnx", bytes: two.model },
  { path: name, bytes: two.data },
]);

const test = formTest
  .extend("storedAs", { scope: "file" }, ({ site }) => async ({ modelHash }: { modelHash: string }) => {
    return await readFile(join(site.dataDir, "models", modelHash.slice(0, 2), modelHash));
  })
  .extend("upload", { scope: "file" }, ({ ada }) => async (fileName: string, bytes: Uint8Array) => {
    const client = uploadClient(ada.token);
    const metadata = { "upload-metadata": `filename ${btoa(fileName)}` };
    const id = idOf(await client.begin(bytes.length, metadata));
    expect((await client.send(id, 0, new Uint8Array(bytes))).status).toBe(204);
    return id;
  })
  .extend("submitUploads", { scope: "file" }, ({ ada, slug }) => (ids: { upload: string; data?: string }) => {
    const body = JSON.stringify({ benchmark: slug, name: "in parts", ...ids });
    return withToken(ada.token)(submit, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
  });

test("a form's model and data file are stored as one file, and nothing else stays", async ({
  ada,
  metadata,
  storedAs,
  leftovers,
}) => {
  for (const parts of [
    { model, data },
    { data, model },
  ]) {
    const answer = await postForm(ada, { ...parts, metadata: metadata() });
    expect(answer.status).toBe(201);
    const view = (await answer.json()) as SubmissionView;
    expect(view).toMatchObject({ state: "queued", inspection: { accepted: true } });
    expect(await storedAs(view)).toEqual(whole);
  }
  expect(await leftovers()).toEqual([]);
});

test("an archive of both is stored as the same file", async ({ ada, metadata, storedAs, leftovers }) => {
  const sent = new File([new Uint8Array(archive)], "small.zip");
  const view = (await (await postForm(ada, { model: sent, metadata: metadata() })).json()) as SubmissionView;
  expect(await storedAs(view)).toEqual(whole);
  expect(await leftovers()).toEqual([]);
});

test("a data file that is not the model's is refused, naming both, and nothing stays", async ({
  ada,
  metadata,
  leftovers,
}) => {
  const other = new File([new Uint8Array(two.data)], "other.data");
  const answer = await postForm(ada, { model, data: other, metadata: metadata() });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    code: "model_refused",
    detail: "The model has its values in “small.onnx.data”; the file sent with it is “other.data”.",
  });
  expect(await leftovers()).toEqual([]);
});

test("a model without its data file is told which one it lacks", async ({ ada, metadata }) => {
  const view = (await (await postForm(ada, { model, metadata: metadata() })).json()) as SubmissionView;
  expect(view).toMatchObject({
    state: "refused",
    refusal: { message: expect.stringContaining(`“${name}”`) },
  });
});

test("two uploads become one file at inspection, which submitting then finds", async ({
  site,
  ada,
  slug,
  upload,
  submitUploads,
  storedAs,
}) => {
  const ids = { upload: await upload("small.onnx", two.model), data: await upload(name, two.data) };
  const ctx = { ...site.ctx, viewer: authorise(ada.viewer, "researcher") };
  const inspections = await Promise.all(
    [1, 2].map(() =>
      inspectUpload({ ctx, input: { ...ids, declaration: { benchmark: slug, name: "Small" } } }),
    ),
  );
  for (const { accepted } of inspections) expect(accepted).toBe(true);
  expect(await site.ctx.db.select().from(uploads).where(eq(uploads.id, ids.data))).toEqual([]);
  const view = (await (await submitUploads(ids)).json()) as SubmissionView;
  expect(await storedAs(view)).toEqual(whole);
  const again = await submitUploads({ ...ids, data: await upload(name, two.data) });
  expect(await again.json()).toMatchObject({ code: "bad_input" });
});

test("the parts are gone with the next sweep, the model made of them is not", async ({
  site,
  upload,
  submitUploads,
}) => {
  const odd = writeTwoFiles({ ...smallClassifier, producer: "odd" }, name);
  const ids = { upload: await upload("small.onnx", odd.model), data: await upload(name, odd.data) };
  const { modelHash } = (await (await submitUploads(ids)).json()) as SubmissionView;
  await sweepModelFiles({ ctx: site.worker });
  const rows = await site.owner.db.select().from(modelFiles);
  const sizes = rows.map(({ bytes }) => bytes);
  expect(rows.map(({ hash }) => hash)).toContain(modelHash);
  expect(sizes).not.toContain(odd.model.length);
});

test("two uploads that do not fit lose nothing: the model takes the right data file afterwards", async ({
  upload,
  submitUploads,
  storedAs,
  leftovers,
}) => {
  const [model, wrong] = [await upload("small.onnx", two.model), await upload("other.data", two.data)];
  const refused = await submitUploads({ upload: model, data: wrong });
  expect([refused.status, await leftovers()]).toEqual([422, []]);
  const answer = await submitUploads({ upload: model, data: await upload(name, two.data) });
  expect(await storedAs((await answer.json()) as SubmissionView)).toEqual(whole);
});

test("a full disk is a clear error, and both uploads are there afterwards", async ({
  site,
  ada,
  slug,
  upload,
  submitUploads,
  leftovers,
}) => {
  const ids = { upload: await upload("small.onnx", two.model), data: await upload(name, two.data) };
  const models = { ...site.ctx.models, room: async () => two.model.length + two.data.length - 1 };
  const ctx = { ...site.ctx, models, viewer: authorise(ada.viewer, "researcher") };
  const inspecting = inspectUpload({
    ctx,
    input: { ...ids, declaration: { benchmark: slug, name: "Small" } },
  });
  await expect(inspecting).rejects.toMatchObject({ code: "disk_full" });
  expect(await leftovers()).toEqual([]);
  expect((await submitUploads(ids)).ok).toBe(true);
});

test("an uploaded archive becomes one file", async ({ upload, submitUploads, storedAs }) => {
  const answer = await submitUploads({ upload: await upload("small.zip", archive) });
  expect(await storedAs((await answer.json()) as SubmissionView)).toEqual(whole);
});

test("another's data file does not exist", async ({ bob, upload, submitUploads }) => {
  const client = uploadClient(bob.token);
  const theirs = idOf(await client.begin(two.data.length));
  await client.send(theirs, 0, new Uint8Array(two.data));
  const answer = await submitUploads({ upload: await upload("small.onnx", two.model), data: theirs });
  expect(answer.status).toBe(404);
});
