import { expect } from "vitest";
import { POST as submit } from "@/app/api/v1/submissions/route";
import { modelFiles, submissions } from "@/db/schema";
import type { Problem } from "@/server/problems/problem-schema";
import { idOf, uploadClient } from "../uploads/upload-client";
import { visitor, withToken } from "../visitor";
import { formOf } from "./form-of";
import { formTest as test } from "./form-test";
import { postForm } from "./post-form";
import { postJson } from "./post-json";

const mostBytes = 3_000_000;

test("a form with a model and its metadata becomes a queued submission", async ({
  ada,
  slug,
  model,
  metadata,
  leftovers,
}) => {
  const response = await postForm(ada, { metadata: metadata(), model: model });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({
    benchmark: slug,
    name: "a model",
    team: "ada",
    state: "queued",
  });
  expect(await leftovers()).toEqual([]);
});

test("the parts of a form may come in either order", async ({ ada, model, metadata }) => {
  const response = await postForm(ada, { model: model, metadata: metadata() });
  expect(response.status).toBe(201);
});

test("a name that is not a field's is refused: a misspelt preprocessing would spend a submission on the wrong pixels", async ({
  ada,
  model,
  metadata,
  leftovers,
}) => {
  const misspelt = metadata({ preprocesing: { mean: [0.5, 0.5, 0.5] } });
  const response = await postForm(ada, { metadata: misspelt, model: model });
  const { code, problems } = (await response.json()) as { code: string; problems: Problem[] };
  expect([response.status, code]).toEqual([400, "bad_input"]);
  expect(problems).toMatchObject([{ where: "preprocesing", hint: "Did you mean preprocessing?" }]);
  expect(await leftovers()).toEqual([]);
});

test("a finished upload is submitted by its id, by its owner alone", async ({ ada, bob, slug, model }) => {
  const client = uploadClient(ada.token);
  const bytes = new Uint8Array(await model.arrayBuffer());
  const upload = idOf(await client.begin(bytes.length));
  const unfinished = await postJson(ada, { benchmark: slug, name: "early", upload });
  expect([unfinished.status, (await unfinished.json()).code]).toEqual([400, "bad_input"]);
  await client.send(upload, 0, bytes);
  const stolen = await postJson(bob, { benchmark: slug, name: "stolen", upload });
  expect([stolen.status, (await stolen.json()).code]).toEqual([404, "not_found"]);
  expect((await postJson(ada, { benchmark: slug, name: "mine", upload })).status).toBe(201);
});

test("another's model cannot be submitted by its hash", async ({ ada, bob, slug, submitted }) => {
  const { modelHash } = await submitted(ada);
  const guessed = { benchmark: slug, name: "guessed", upload: modelHash };
  expect((await postJson(bob, guessed)).status).toBe(404);
  const client = uploadClient(bob.token);
  const upload = idOf(await client.begin(4));
  await client.send(upload, 0, new Uint8Array(4));
  expect((await postJson(bob, { ...guessed, upload, modelHash })).status).toBe(400);
});

const refused: [
  string,
  (given: { model: Blob; metadata: string }) => Record<string, string | Blob>,
  number,
  string,
][] = [
  ["no metadata", ({ model }) => ({ model }), 400, "bad_input"],
  ["no model", ({ metadata }) => ({ metadata }), 400, "bad_input"],
  ["metadata that is no JSON", ({ model }) => ({ model, metadata: "{" }), 400, "bad_input"],
  [
    "a benchmark that is not there",
    ({ model }) => ({ model, metadata: JSON.stringify({ benchmark: "x", name: "a model" }) }),
    404,
    "not_found",
  ],
  [
    "a model above the limit",
    ({ metadata }) => ({ model: new Blob([new Uint8Array(mostBytes + 1)]), metadata }),
    413,
    "too_large",
  ],
];
test.for(refused)(
  "a form with %s is refused, and nothing of it stays",
  async ([, fieldsOf, status, code], { site, ada, model, metadata, leftovers }) => {
    const before = await site.ctx.db.$count(submissions);
    const response = await postForm(ada, fieldsOf({ model, metadata: metadata() }));
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
    expect(await leftovers()).toEqual([]);
    expect(await site.ctx.db.$count(submissions)).toBe(before);
  },
);

test("a size above the limit, told in advance, is refused before a byte is read", async ({ ada }) => {
  let read = 0;
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(1 << 16));
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    "content-type": "multipart/form-data; boundary=x",
    "content-length": String(mostBytes + (2 << 20)),
  };
  const response = await withToken(ada.token)(submit, { method: "POST", body: endless, headers });
  expect([response.status, read]).toEqual([413, 0]);
});

test("a model of exactly the limit is taken in", async ({ ada, metadata }) => {
  const response = await postForm(ada, {
    model: new Blob([new Uint8Array(mostBytes)]),
    metadata: metadata(),
  });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ state: "refused" });
});

test("a form that is cut off is refused, and nothing of it stays", async ({
  ada,
  model,
  metadata,
  leftovers,
}) => {
  const whole = new Response(formOf({ model: model, metadata: metadata() }));
  const bytes = new Uint8Array(await whole.clone().arrayBuffer()).subarray(0, 2000);
  const headers = { "content-type": whole.headers.get("content-type")! };
  const response = await withToken(ada.token)(submit, { method: "POST", body: bytes, headers });
  expect([response.status, (await response.json()).code]).toEqual([400, "bad_input"]);
  expect(await leftovers()).toEqual([]);
});

test("a form from another site's page stores nothing", async ({ site, ada, metadata }) => {
  const files = await site.ctx.db.$count(modelFiles);
  const ask = visitor({ cookie: ada.cookie, origin: "https://evil.example.org" });
  const response = await ask(submit, {
    method: "POST",
    body: formOf({ model: new Blob(["x"]), metadata: metadata() }),
  });
  expect(response.status).toBe(403);
  expect(await site.ctx.db.$count(modelFiles)).toBe(files);
});

test("whoever submits without end is told to wait", async ({ site }) => {
  const eager = await site.person("eager");
  const statuses: number[] = [];
  for (let i = 0; i < 35; i += 1) statuses.push((await postForm(eager, { metadata: "{" })).status);
  expect(statuses[0]).toBe(400);
  expect(statuses.at(-1)).toBe(429);
});
