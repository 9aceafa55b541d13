import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getQuota } from "@/app/api/v1/me/quota/route";
import { GET as getMe } from "@/app/api/v1/me/route";
import { GET as getSubmission, DELETE as withdraw } from "@/app/api/v1/submissions/[id]/route";
import { GET as listMine, POST as submit } from "@/app/api/v1/submissions/route";
import { modelFiles, submissions } from "@/db/schema";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { makeBenchmark } from "../../factories/make-benchmark";
import { idOf, uploadClient } from "../uploads/upload-client";
import { openTestSite, type Person, siteUrl, type TestSite } from "./open-test-site";
import { visitor, withToken } from "./visitor";

const classes = Array.from({ length: 10 }, (_, index) => `class ${index}`);
const mostBytes = 3_000_000;

let site: TestSite;
let ada: Person;
let bob: Person;
let slug: string;
let model: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  site = await openTestSite({ RUNG_MAX_MODEL_BYTES: String(mostBytes) });
  slug = (await makeBenchmark(site, { classes })).slug;
  ada = await site.person("ada");
  bob = await site.person("bob");
  const examples = join(import.meta.dirname, "../../../examples");
  const [example] = (await readdir(examples)).filter((name) => name.endsWith(".onnx")).sort();
  model = new Uint8Array(await readFile(join(examples, example!)));
});
afterAll(async () => await site.close());

const form = (fields: Record<string, string | Blob>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};
const metadata = (changes: object = {}) => JSON.stringify({ benchmark: slug, name: "a model", ...changes });
const postForm = (who: Person, fields: Record<string, string | Blob>) =>
  withToken(who.token)(submit, { method: "POST", body: form(fields) });
const postJson = (who: Person, body: unknown) =>
  withToken(who.token)(submit, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
const submitted = async (who: Person): Promise<SubmissionView> =>
  (await (await postForm(who, { model: new Blob([model]), metadata: metadata() })).json()) as SubmissionView;
const leftovers = async () => await readdir(join(site.dataDir, "uploads")).catch(() => []);

test("a form with a model and its metadata becomes a queued submission", async () => {
  const response = await postForm(ada, { metadata: metadata(), model: new Blob([model]) });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({
    benchmark: slug,
    name: "a model",
    team: "ada",
    state: "queued",
  });
  expect(await leftovers()).toEqual([]);
});

test("the parts of a form may come in either order", async () => {
  const response = await postForm(ada, { model: new Blob([model]), metadata: metadata() });
  expect(response.status).toBe(201);
});

test("a name that is not a field's is refused: a misspelt preprocessing would spend a submission on the wrong pixels", async () => {
  const misspelt = metadata({ preprocesing: { mean: [0.5, 0.5, 0.5] } });
  const response = await postForm(ada, { metadata: misspelt, model: new Blob([model]) });
  const { code, detail } = (await response.json()) as { code: string; detail: string };
  expect([response.status, code]).toEqual([400, "bad_input"]);
  expect(detail).toContain("preprocesing");
  expect(await leftovers()).toEqual([]);
});

test("a finished upload is submitted by its id, by its owner alone", async () => {
  const client = uploadClient(ada.token);
  const upload = idOf(await client.begin(model.length));
  const unfinished = await postJson(ada, { benchmark: slug, name: "early", upload });
  expect([unfinished.status, (await unfinished.json()).code]).toEqual([400, "bad_input"]);
  await client.send(upload, 0, model);
  const stolen = await postJson(bob, { benchmark: slug, name: "stolen", upload });
  expect([stolen.status, (await stolen.json()).code]).toEqual([404, "not_found"]);
  expect((await postJson(ada, { benchmark: slug, name: "mine", upload })).status).toBe(201);
});

test("another's model cannot be submitted by its hash", async () => {
  const { modelHash } = await submitted(ada);
  const guessed = { benchmark: slug, name: "guessed", upload: modelHash };
  expect((await postJson(bob, guessed)).status).toBe(404);
  expect((await postJson(bob, { ...guessed, modelHash })).status).toBe(400);
});

test.each([
  ["no metadata", () => ({ model: new Blob([model]) }), 400, "bad_input"],
  ["no model", () => ({ metadata: metadata() }), 400, "bad_input"],
  ["metadata that is no JSON", () => ({ model: new Blob([model]), metadata: "{" }), 400, "bad_input"],
  [
    "a benchmark that is not there",
    () => ({ model: new Blob([model]), metadata: metadata({ benchmark: "x" }) }),
    404,
    "not_found",
  ],
  [
    "a model above the limit",
    () => ({ model: new Blob([new Uint8Array(mostBytes + 1)]), metadata: metadata() }),
    413,
    "too_large",
  ],
])("a form with %s is refused, and nothing of it stays", async (_what, fields, status, code) => {
  const before = await site.ctx.db.$count(submissions);
  const response = await postForm(ada, fields() as Record<string, string | Blob>);
  expect([response.status, (await response.json()).code]).toEqual([status, code]);
  expect(await leftovers()).toEqual([]);
  expect(await site.ctx.db.$count(submissions)).toBe(before);
});

test("a size above the limit, told in advance, is refused before a byte is read", async () => {
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

test("a model of exactly the limit is taken in", async () => {
  const response = await postForm(ada, {
    model: new Blob([new Uint8Array(mostBytes)]),
    metadata: metadata(),
  });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ state: "refused" });
});

test("a form that is cut off is refused, and nothing of it stays", async () => {
  const whole = new Response(form({ model: new Blob([model]), metadata: metadata() }));
  const bytes = new Uint8Array(await whole.clone().arrayBuffer()).subarray(0, 2000);
  const headers = { "content-type": whole.headers.get("content-type")! };
  const response = await withToken(ada.token)(submit, { method: "POST", body: bytes, headers });
  expect([response.status, (await response.json()).code]).toEqual([400, "bad_input"]);
  expect(await leftovers()).toEqual([]);
});

test("a model that inspection refuses says why, in the submission", async () => {
  const response = await postForm(ada, { model: new Blob(["no model at all"]), metadata: metadata() });
  const view = (await response.json()) as SubmissionView;
  expect(view.state).toBe("refused");
  expect(view.refusal?.message.length).toBeGreaterThan(10);
});

test("until it has ended a submission is its team's own business; nobody else learns that it exists", async () => {
  const { id } = await submitted(ada);
  const params = { id };
  expect((await withToken(ada.token)(getSubmission, { params })).status).toBe(200);
  const absent = { id: "00000000-0000-4000-8000-000000000000" };
  for (const ask of [withToken(bob.token), visitor()]) {
    const [other, none] = [
      await ask(getSubmission, { params }),
      await ask(getSubmission, { params: absent }),
    ];
    expect(other.status).toBe(404);
    expect(await other.text()).toBe(await none.text());
  }
});

test("a submission is withdrawn by its team alone", async () => {
  const { id } = await submitted(ada);
  expect((await withToken(bob.token)(withdraw, { method: "DELETE", params: { id } })).status).toBe(404);
  expect((await withToken(ada.token)(withdraw, { method: "DELETE", params: { id } })).status).toBe(204);
  const again = await withToken(ada.token)(withdraw, { method: "DELETE", params: { id } });
  expect([again.status, (await again.json()).code]).toEqual([409, "too_late"]);
});

test("a change asked for by cookie must come from the site's own pages", async () => {
  const { id } = await submitted(ada);
  const ask = (origin: Record<string, string>) =>
    visitor({ cookie: ada.cookie, ...origin })(withdraw, { method: "DELETE", params: { id } });
  for (const origin of [{}, { origin: "https://evil.example.org" }, { origin: "null" }] as Record<
    string,
    string
  >[]) {
    const refused = await ask(origin);
    expect([refused.status, (await refused.json()).code]).toEqual([403, "cross_site"]);
  }
  const [row] = await site.ctx.db.select().from(submissions).where(eq(submissions.id, id));
  expect(row?.state).toBe("queued");
  expect((await ask({ origin: siteUrl })).status).toBe(204);
});

test("a form from another site's page stores nothing", async () => {
  const files = await site.ctx.db.$count(modelFiles);
  const ask = visitor({ cookie: ada.cookie, origin: "https://evil.example.org" });
  const response = await ask(submit, {
    method: "POST",
    body: form({ model: new Blob(["x"]), metadata: metadata() }),
  });
  expect(response.status).toBe(403);
  expect(await site.ctx.db.$count(modelFiles)).toBe(files);
});

test("whoever asks is told who they are and what is left", async () => {
  const ask = withToken(bob.token);
  expect(await (await ask(getMe)).json()).toMatchObject({ name: "bob", role: "researcher" });
  await submitted(bob);
  expect(await (await ask(getQuota)).json()).toMatchObject([{ benchmark: slug, perDay: 100, usedToday: 1 }]);
  expect((await visitor()(getMe)).status).toBe(401);
  expect((await visitor()(getQuota)).status).toBe(401);
});

test("whoever submits without end is told to wait", async () => {
  const eager = await site.person("eager");
  const statuses: number[] = [];
  for (let i = 0; i < 35; i += 1) statuses.push((await postForm(eager, { metadata: "{" })).status);
  expect(statuses[0]).toBe(400);
  expect(statuses.at(-1)).toBe(429);
});

test("whoever asks gets the submissions of their own team, as JSON and as CSV, and a stranger gets none", async () => {
  const { id } = await submitted(bob);
  const asBob = withToken(bob.token)(listMine);
  const mine = (await (await asBob).json()) as SubmissionView[];
  expect(mine.map((one) => one.id)).toContain(id);
  expect(new Set(mine.map(({ team }) => team))).toEqual(new Set(["bob"]));
  const csv = await (await withToken(bob.token)(listMine, { path: "/?format=csv" })).text();
  expect(csv.split("\r\n")[0]).toContain("id,benchmark,name,team,state,decision");
  expect(csv).toContain(`${id},${slug},a model,bob,queued,,`);
  expect((await visitor()(listMine)).status).toBe(401);
});
