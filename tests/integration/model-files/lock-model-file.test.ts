import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { addModelFile } from "@/server/model-files/add-model-file";
import { lockModelFile } from "@/server/model-files/lock-model-file";
import { writeModel } from "@/server/onnx/write-model";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { sweepTest } from "./sweep-test";

const hourMs = 3600 * 1000;

const test = sweepTest
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

test.for(["never submitted", "refused"])(
  "bytes that were %s and come again while a sweep takes them are stored again before they count",
  async (before, { site, sweep, there, known, write, add, submit, waiting }) => {
    const bytes = randomBytes(100);
    const hash = await add(bytes);
    if (before === "refused") expect((await submit(hash)).state).toBe("refused");
    site.wait(25 * hourMs);
    const sourcePath = await write(bytes);
    let adding: ReturnType<typeof addModelFile> | undefined;
    let sweeping: Promise<number> | undefined;
    await site.owner.db.transaction(async (tx) => {
      await lockModelFile(tx, hash);
      sweeping = sweep();
      await waiting(1);
      adding = addModelFile({ ctx: site.web, input: { sourcePath, adopt: true } });
      await waiting(2);
    });
    expect([await sweeping, (await adding!).hash]).toEqual([1, hash]);
    expect([await there(hash), await known(hash)]).toEqual([true, true]);
    expect((await submit(hash)).modelHash).toBe(hash);
  },
);

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
