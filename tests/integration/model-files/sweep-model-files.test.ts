import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { modelFiles, uploads } from "@/db/schema";
import type { Researcher } from "@/server/context";
import { addModelFile } from "@/server/model-files/add-model-file";
import { lockModelFile } from "@/server/model-files/lock-model-file";
import { sweepModelFiles } from "@/server/model-files/sweep-model-files";
import { modelFilePath } from "@/server/model-store/model-file-path";
import { writeModel } from "@/server/onnx/write-model";
import { submissionInputSchema } from "@/server/submissions/submission-schema";
import { submitModel } from "@/server/submissions/submit-model";
import { as } from "../../factories/as";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { makeSite, type Site } from "../../factories/make-site";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";

const hourMs = 3600 * 1000;
let site: Site;
let ada: Researcher;
let slug: string;
beforeEach(async () => {
  site = await makeSite();
  ada = await makeResearcher(site);
  const classes = Array.from({ length: 10 }, (_, i) => `class ${i}`);
  slug = (await makeBenchmark(site, { classes, perDay: 1000, lifetime: 1000 })).slug;
});
afterEach(() => site.drop());

const sweep = () => sweepModelFiles({ ctx: site.worker });
const there = (hash: string) => site.web.models.has(hash);
const known = async (hash: string) =>
  (await site.owner.db.select().from(modelFiles).where(eq(modelFiles.hash, hash))).length > 0;

async function write(bytes: Uint8Array): Promise<string> {
  const sourcePath = join(site.dataDir, `source-${randomBytes(4).toString("hex")}`);
  await writeFile(sourcePath, bytes);
  return sourcePath;
}
const keep = async (bytes: Uint8Array = randomBytes(100)) =>
  (await addModelFile({ ctx: site.web, input: { sourcePath: await write(bytes) } })).hash;

async function upload(hash: string): Promise<string> {
  const id = randomBytes(16).toString("hex");
  const [createdAt, finishedAt] = [site.clock.now, site.clock.now];
  const row = { id, userId: ada.userId, fileName: "a.onnx", bytes: 100, createdAt, finishedAt };
  await site.web.db.insert(uploads).values({ ...row, modelHash: hash });
  return id;
}
const submit = (modelHash: string) =>
  submitModel({
    ctx: as(site, ada),
    input: { ...submissionInputSchema.parse({ benchmark: slug, name: "mine" }), modelHash },
  });

test("a file that nobody submitted goes after a day, with its upload, and not before", async () => {
  const hash = await keep();
  const id = await upload(hash);
  site.wait(24 * hourMs);
  expect(await sweep()).toBe(0);
  expect(await there(hash)).toBe(true);
  site.wait(1);
  expect(await sweep()).toBe(1);
  expect([await there(hash), await known(hash)]).toEqual([false, false]);
  expect(await site.owner.db.select().from(uploads).where(eq(uploads.id, id))).toEqual([]);
});

test("a file that a submission names stays for ever, a refused submission's too", async () => {
  const queued = await submit(await keep(writeModel(smallClassifier)));
  const refused = await submit(await keep(new TextEncoder().encode("no model")));
  expect([queued.state, refused.state]).toEqual(["queued", "refused"]);
  site.wait(1000 * 24 * hourMs);
  expect(await sweep()).toBe(0);
  expect(await Promise.all([queued, refused].map(({ modelHash }) => there(modelHash)))).toEqual([true, true]);
});

test("a file that came again, or that a younger upload became, has its day from then", async () => {
  const bytes = randomBytes(100);
  const [again, uploaded, neither] = [await keep(bytes), await keep(), await keep()];
  site.wait(25 * hourMs);
  await keep(bytes);
  await upload(uploaded);
  expect(await sweep()).toBe(1);
  expect([await there(again), await there(uploaded), await there(neither)]).toEqual([true, true, false]);
});

test("half-written files of a killed process go; files that this database does not know stay", async () => {
  const stranger = modelFilePath(join(site.dataDir, "models"), "ab".repeat(32));
  const [old, young] = ["old", "young"].map((name) => join(site.dataDir, "models", `.${name}.part`));
  await mkdir(dirname(stranger), { recursive: true });
  for (const path of [stranger, old!, young!]) await writeFile(path, "x");
  const seconds = site.clock.now.getTime() / 1000;
  for (const path of [stranger, old!]) await utimes(path, seconds - 25 * 3600, seconds - 25 * 3600);
  await sweep();
  expect((await readdir(join(site.dataDir, "models"))).sort()).toEqual([".young.part", "ab"]);
  expect(await readFile(stranger, "utf8")).toBe("x");
});

test("a submission that came first keeps its file from a sweep that had already chosen it", async () => {
  const hash = await keep(writeModel(smallClassifier));
  site.wait(25 * hourMs);
  let sweeping: Promise<number> | undefined;
  await site.owner.db.transaction(async (tx) => {
    await lockModelFile(tx, hash);
    const submitting = submit(hash);
    await waiting(1);
    sweeping = sweep();
    await waiting(2);
    submitting.catch(() => {});
  });
  expect(await sweeping).toBe(0);
  expect([await there(hash), await known(hash)]).toEqual([true, true]);
  expect(await site.sql`select count(*)::int n from submissions`).toEqual([{ n: 1 }]);
});

test("a submission that came too late is told to upload again, and costs nothing", async () => {
  const hash = await keep(writeModel(smallClassifier));
  site.wait(25 * hourMs);
  let submitting: ReturnType<typeof submit> | undefined;
  await site.owner.db.transaction(async (tx) => {
    await lockModelFile(tx, hash);
    const sweeping = sweep();
    await waiting(1);
    submitting = submit(hash);
    submitting.catch(() => {});
    await waiting(2);
    sweeping.catch(() => {});
  });
  await expect(submitting).rejects.toMatchObject({ code: "not_found", hint: /Upload it again/ });
  expect([await there(hash), await known(hash)]).toEqual([false, false]);
  expect(await site.sql`select count(*)::int n from submissions`).toEqual([{ n: 0 }]);
});

test("the same bytes stored while a sweep takes them are stored again before they count", async () => {
  const bytes = randomBytes(100);
  const hash = await keep(bytes);
  site.wait(25 * hourMs);
  const sourcePath = await write(bytes);
  let keeping: ReturnType<typeof addModelFile> | undefined;
  await site.owner.db.transaction(async (tx) => {
    await lockModelFile(tx, hash);
    const sweeping = sweep();
    await waiting(1);
    keeping = addModelFile({ ctx: site.web, input: { sourcePath, adopt: true } });
    await waiting(2);
    sweeping.catch(() => {});
  });
  expect((await keeping!).hash).toBe(hash);
  expect([await there(hash), await known(hash)]).toEqual([true, true]);
});

test("submissions, uploads and sweeps all at once: whatever was accepted has its file", async () => {
  const models = Array.from({ length: 12 }, (_, i) =>
    writeModel({ ...smallClassifier, producer: `model ${i}` }),
  );
  const hashes = await Promise.all(models.map((bytes) => keep(bytes)));
  site.wait(25 * hourMs);
  const offers = hashes.map(async (hash, i) => {
    if (i % 3 === 0) await site.web.models.store({ sourcePath: await write(models[i]!) });
    return await submit(i % 3 === 1 ? await keep(models[i]) : hash);
  });
  const [outcomes] = await Promise.all([
    Promise.allSettled(offers),
    ...Array.from({ length: 6 }, (_, i) => new Promise((done) => setTimeout(done, 120 * i)).then(sweep)),
  ]);
  for (const [i, outcome] of outcomes.entries()) {
    if (outcome.status === "fulfilled") expect(await there(outcome.value.modelHash)).toBe(true);
    else expect(outcome.reason).toMatchObject({ code: "not_found" });
    if (i % 3 === 1) expect(outcome.status).toBe("fulfilled");
  }
});

/** Resolves when so many wait for an advisory lock. */
async function waiting(count: number) {
  const now = async () =>
    (
      await site.sql`
        select count(*)::int n from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`
    )[0]!.n;
  await expect.poll(now, { timeout: 30_000, interval: 20 }).toBe(count);
}
