import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { modelFiles, uploads } from "@/db/schema";
import { addModelFile } from "@/server/model-files/add-model-file";
import { lockModelFile } from "@/server/model-files/lock-model-file";
import { sweepModelFiles } from "@/server/model-files/sweep-model-files";
import { modelFilePath } from "@/server/model-store/model-file-path";
import { writeModel } from "@/server/onnx/write-model";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeModelFile } from "../../factories/make-model-file";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { siteTest } from "../../fixtures/site-test";
import { tenClasses } from "../../fixtures/ten-classes";
import { submitFile } from "../submissions/submit-file";

const hourMs = 3600 * 1000;

const test = siteTest
  .extend("benchmark", ({ site }) =>
    makeBenchmark(site, { classes: tenClasses, perDay: 1000, lifetime: 1000 }),
  )
  .extend(
    "sweep",
    ({ site }) =>
      () =>
        sweepModelFiles({ ctx: site.worker }),
  )
  .extend(
    "there",
    ({ site }) =>
      (hash: string) =>
        site.web.models.has(hash),
  )
  .extend("known", ({ site }) => async (hash: string) => {
    return (await site.owner.db.select().from(modelFiles).where(eq(modelFiles.hash, hash))).length > 0;
  })
  .extend("write", ({ site }) => async (bytes: Uint8Array) => {
    const sourcePath = join(site.dataDir, `source-${randomBytes(4).toString("hex")}`);
    await writeFile(sourcePath, bytes);
    return sourcePath;
  })
  .extend(
    "add",
    ({ site }) =>
      (bytes?: Uint8Array) =>
        makeModelFile(site, bytes),
  )
  .extend("upload", ({ site, viewer }) => async (modelHash: string) => {
    const id = randomBytes(16).toString("hex");
    const at = { createdAt: site.clock.now, finishedAt: site.clock.now };
    const row = { id, userId: viewer.userId, fileName: "a.onnx", bytes: 100, modelHash, ...at };
    await site.web.db.insert(uploads).values(row);
    return id;
  })
  .extend("submit", ({ site, benchmark, viewer }) => (modelHash: string) => {
    return submitFile(site, { benchmark, viewer, modelHash });
  })
  /** Resolves when so many wait for an advisory lock. */
  .extend("waiting", ({ site }) => async (count: number) => {
    const waiters = async () => {
      const [row] = await site.sql`
        select count(*)::int n from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
      return row!.n;
    };
    await expect.poll(waiters, { timeout: 30_000, interval: 20 }).toBe(count);
  });

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

test("a file that a submission names stays for ever, a refused submission's too", async ({
  site,
  sweep,
  there,
  add,
  submit,
}) => {
  const queued = await submit(await add(writeModel(smallClassifier)));
  const refused = await submit(await add(new TextEncoder().encode("no model")));
  expect([queued.state, refused.state]).toEqual(["queued", "refused"]);
  site.wait(1000 * 24 * hourMs);
  expect(await sweep()).toBe(0);
  expect(await Promise.all([queued, refused].map(({ modelHash }) => there(modelHash)))).toEqual([true, true]);
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
  const [old, young] = ["old", "young"].map((name) => join(site.dataDir, "models", `.${name}.part`));
  await mkdir(dirname(stranger), { recursive: true });
  for (const path of [stranger, old!, young!]) await writeFile(path, "x");
  const seconds = site.clock.now.getTime() / 1000;
  for (const path of [stranger, old!]) await utimes(path, seconds - 25 * 3600, seconds - 25 * 3600);
  await sweep();
  expect((await readdir(join(site.dataDir, "models"))).sort()).toEqual([".young.part", "ab"]);
  expect(await readFile(stranger, "utf8")).toBe("x");
});

test("a submission that came first keeps its file from a sweep that had already chosen it", async ({
  site,
  sweep,
  there,
  known,
  add,
  submit,
  waiting,
}) => {
  const hash = await add(writeModel(smallClassifier));
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

test("a submission that came too late is told to upload again, and costs nothing", async ({
  site,
  sweep,
  there,
  known,
  add,
  submit,
  waiting,
}) => {
  const hash = await add(writeModel(smallClassifier));
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

test("the same bytes stored while a sweep takes them are stored again before they count", async ({
  site,
  sweep,
  there,
  known,
  write,
  add,
  waiting,
}) => {
  const bytes = randomBytes(100);
  const hash = await add(bytes);
  site.wait(25 * hourMs);
  const sourcePath = await write(bytes);
  let adding: ReturnType<typeof addModelFile> | undefined;
  await site.owner.db.transaction(async (tx) => {
    await lockModelFile(tx, hash);
    const sweeping = sweep();
    await waiting(1);
    adding = addModelFile({ ctx: site.web, input: { sourcePath, adopt: true } });
    await waiting(2);
    sweeping.catch(() => {});
  });
  expect((await adding!).hash).toBe(hash);
  expect([await there(hash), await known(hash)]).toEqual([true, true]);
});

test("submissions, uploads and sweeps all at once: whatever was accepted has its file", async ({
  site,
  sweep,
  there,
  write,
  add,
  submit,
}) => {
  const models = Array.from({ length: 12 }, (_, i) =>
    writeModel({ ...smallClassifier, producer: `model ${i}` }),
  );
  const hashes = await Promise.all(models.map((bytes) => add(bytes)));
  site.wait(25 * hourMs);
  const offers = hashes.map(async (hash, i) => {
    if (i % 3 === 0) await site.web.models.store({ sourcePath: await write(models[i]!) });
    return await submit(i % 3 === 1 ? await add(models[i]) : hash);
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
