import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { POST as submit } from "@/app/api/v1/submissions/route";
import { submissions } from "@/db/schema";
import { idOf, uploadClient } from "../uploads/upload-client";
import { withToken } from "../visitor";
import { formOf } from "./form-of";
import { formTest } from "./form-test";

const test = formTest
  .extend("send", { scope: "file" }, ({ ada, metadata }) => {
    return async (key: string, model: Blob, { who = ada, changes = {} } = {}) => {
      const headers = { "idempotency-key": key };
      const body = formOf({ model, metadata: metadata(changes) });
      const response = await withToken(who.token)(submit, { method: "POST", body, headers });
      return { status: response.status, ...((await response.json()) as { id: string; code?: string }) };
    };
  })
  .extend("made", { scope: "file" }, ({ site }) => (key: string) => {
    return site.ctx.db.$count(submissions, eq(submissions.idempotencyKey, key));
  });

test("whoever got no answer asks again under the same key, and has one submission, even at the same moment", async ({
  send,
  model,
  made,
}) => {
  const key = randomUUID();
  const answers = await Promise.all([send(key, model), send(key, model), send(key, model)]);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await made(key)).toBe(1);
});

test("a model that ended meanwhile is not run again: a failed one is answered as failed", async ({
  site,
  send,
  model,
  made,
}) => {
  const key = randomUUID();
  const changes = { name: "fails", preprocessing: { mean: [0.25, 0.25, 0.25] } };
  const { id } = await send(key, model, { changes });
  await site.ctx.db.update(submissions).set({ state: "failed" }).where(eq(submissions.id, id));
  expect(await send(key, model, { changes })).toMatchObject({ id, state: "failed" });
  expect(await made(key)).toBe(1);
});

test("a refused model is refused once, and says the same again", async ({ send, made }) => {
  const key = randomUUID();
  const first = await send(key, new Blob(["no model"]));
  expect(first.status).toBe(422);
  expect(await send(key, new Blob(["no model"]))).toEqual(first);
  expect(await made(key)).toBe(1);
});

test("a finished upload that is submitted again under its key is answered with what it became", async ({
  ada,
  slug,
  model,
}) => {
  const client = uploadClient(ada.token);
  const bytes = new Uint8Array(await model.arrayBuffer());
  const upload = idOf(await client.begin(bytes.length));
  await client.send(upload, 0, bytes);
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
  const preprocessing = { mean: [0.75, 0.75, 0.75] };
  const body = JSON.stringify({ benchmark: slug, name: "uploaded", upload, preprocessing });
  const ask = async () =>
    (await (await withToken(ada.token)(submit, { method: "POST", body, headers })).json()) as { id: string };
  expect((await ask()).id).toBe((await ask()).id);
});

test("a key is one person's and one request's own", async ({ bob, send, model }) => {
  const key = randomUUID();
  const changes = { preprocessing: { mean: [0.1, 0.1, 0.1] } };
  const { id } = await send(key, model, { changes });
  expect((await send(key, model, { who: bob })).id).not.toBe(id);
  expect(await send(key, new Blob(["no model"]))).toMatchObject({ status: 400, code: "bad_input" });
  expect(await send("", model)).toMatchObject({ status: 400, code: "bad_input" });
});
