import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { uploads } from "@/db/schema";
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
