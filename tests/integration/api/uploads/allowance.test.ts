import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { submissions } from "@/db/schema";
import { authorise } from "@/server/auth/authorise";
import { holdingsOf } from "@/server/model-files/storage/holdings-of";
import { sweepModelFiles } from "@/server/model-files/sweep-model-files";
import { assembleUpload } from "@/server/model-files/uploads/assemble-upload";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { writeZip } from "../../../fixtures/write-zip";
import { postJson } from "../submissions/post-json";
import { storageTest } from "./storage-test";
import { uploadClient } from "./upload-client";

const hourMs = 3600 * 1000;
const dayMs = 24 * hourMs;

const test = storageTest({ RUNG_MAX_USER_BYTES: "21000000", RUNG_MIN_FREE_BYTES: "0" })
  .extend("held", { scope: "file" }, ({ site }) => async (userId: string) => {
    const rows = await holdingsOf(site.ctx.db, { userId, now: new Date() });
    return rows.reduce((sum, { bytes }) => sum + bytes, 0);
  })
  .extend("stored", { scope: "file" }, ({ site }) => async () => {
    const names = await readdir(join(site.dataDir, "models"), { recursive: true });
    return names.filter((name) => /[0-9a-f]{64}$/.test(name)).length;
  });

test("refused uploads stop at the allowance, and are gone a day later", async ({
  site,
  sendForm,
  upload,
  held,
  stored,
}) => {
  const who = await site.person("filler");
  const answers = [];
  for (let i = 0; i < 6; i += 1) answers.push(await sendForm(who, 4e6));
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 413]);
  const refusal = await answers[5]!.json();
  expect(refusal).toMatchObject({
    code: "storage_spent",
    detail: expect.stringMatching(
      /^This needs 4 MB, and 1 MB are left of the 21 MB that may be stored for you/,
    ),
    hint: expect.stringMatching(/There is room at \d{4}-/),
  });
  const begun = await uploadClient(who.token).begin(1e6 + 1);
  expect([begun.status, (await begun.json()).code]).toEqual([413, "storage_spent"]);
  expect([await stored(), await held(who.viewer.userId)]).toEqual([5, 20e6]);

  const later = new Date(Date.now() + dayMs + 60_000);
  expect(await sweepModelFiles({ ctx: { ...site.worker, now: () => later } })).toBe(5);
  expect(await stored()).toBe(0);
  await site.owner.db.update(submissions).set({ endedAt: new Date(Date.now() - dayMs - hourMs) });
  expect(await held(who.viewer.userId)).toBe(0);
  await upload(who, 1000);
});

test("a form that does not say how large it is may have no more than the largest model", async ({
  site,
  sendForm,
}) => {
  const who = await site.person("vague");
  const answer = await sendForm(who, 1000, { announces: false });
  expect([answer.status, (await answer.json()).code]).toEqual([413, "storage_spent"]);
});

test("the same bytes count once, however often they are sent, and for everybody who sends them", async ({
  ada,
  bob,
  upload,
  held,
}) => {
  const bytes = randomBytes(5000);
  for (const who of [ada, ada, bob]) await upload(who, bytes);
  expect([await held(ada.viewer.userId), await held(bob.viewer.userId)]).toEqual([5000, 5000]);
});

test("an upload goes after a day, whether or not somebody else's counts with the same bytes", async ({
  site,
  upload,
  slug,
}) => {
  const [first, second] = [await site.person("first"), await site.person("second")];
  const shared = randomBytes(3000);
  const ids = [await upload(first, shared), await upload(first, randomBytes(3000))];
  const theirs = await upload(second, shared);
  const answer = await postJson(second, { benchmark: slug, name: "theirs", upload: theirs });
  const { id } = (await answer.json()) as SubmissionView;
  await site.owner.db.update(submissions).set({ state: "scored" }).where(eq(submissions.id, id));
  await sweepModelFiles({ ctx: { ...site.worker, now: () => new Date(Date.now() + dayMs + 60_000) } });
  const answers = [];
  for (const upload of ids) {
    const ctx = { ...site.ctx, viewer: authorise(first.viewer, "researcher") };
    answers.push(await assembleUpload({ ctx, input: { upload } }).catch((error: Error) => error.message));
  }
  expect(answers[0]).toContain("removed after a day");
  expect(answers[1]).toBe(answers[0]);
});

test("an archive that a model was unpacked from counts until its bytes are gone", async ({
  site,
  upload,
  held,
}) => {
  const who = await site.person("junk");
  const junk = { path: "junk.bin", bytes: randomBytes(2e6) };
  const archive = writeZip([junk, { path: "model.onnx", bytes: new Uint8Array(1000) }]);
  const id = await upload(who, archive);
  const ctx = { ...site.ctx, viewer: authorise(who.viewer, "researcher") };
  await assembleUpload({ ctx, input: { upload: id } });
  expect(await held(who.viewer.userId)).toBe(archive.length + 1000);
  await sweepModelFiles({ ctx: { ...site.worker, now: () => new Date() } });
  expect(await held(who.viewer.userId)).toBe(1000);
});

test("what an archive unpacks to is asked for before it is unpacked", async ({ site, upload, held }) => {
  const who = await site.person("packer");
  const path = "model.onnx";
  const archive = writeZip([{ path, bytes: new Uint8Array(15e6) }]);
  await upload(who, 6e6);
  const id = await upload(who, archive);
  const before = await held(who.viewer.userId);
  const ctx = { ...site.ctx, viewer: authorise(who.viewer, "researcher") };
  await expect(assembleUpload({ ctx, input: { upload: id } })).rejects.toMatchObject({
    code: "storage_spent",
  });
  expect(await held(who.viewer.userId)).toBe(before);
  expect(await readdir(join(site.dataDir, "uploads"))).toEqual([]);
});
