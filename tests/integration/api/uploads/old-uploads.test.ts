import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { uploads } from "@/db/schema";
import { expireUploads } from "@/server/model-files/uploads/expire-uploads";
import { webTest } from "../web-test";
import { idOf, uploadClient } from "./upload-client";

const test = webTest({ RUNG_MAX_MODEL_BYTES: "1000000" })
  .extend("filesOf", { scope: "file" }, ({ site }) => (folder: string) => {
    return readdir(join(site.dataDir, folder)).catch(() => []);
  })
  .extend("rowOf", { scope: "file" }, ({ site }) => async (id: string) => {
    return (await site.ctx.db.select().from(uploads).where(eq(uploads.id, id)))[0];
  });

test("an upload that stood still for a day is forgotten, a finished or younger one is not", async ({
  site,
  ada,
  filesOf,
  rowOf,
}) => {
  const client = uploadClient(ada.token);
  const [stale, young, done] = [
    idOf(await client.begin(5)),
    idOf(await client.begin(5)),
    idOf(await client.begin(5)),
  ];
  await client.send(done, 0, new Uint8Array(5));
  const longAgo = new Date(Date.now() - 25 * 3600 * 1000);
  for (const id of [stale, done])
    await site.ctx.db.update(uploads).set({ createdAt: longAgo }).where(eq(uploads.id, id));
  await expireUploads({ ctx: site.ctx });
  expect(await rowOf(stale)).toBeUndefined();
  expect((await filesOf("uploads")).filter((name) => name.startsWith(stale))).toEqual([]);
  expect(await rowOf(young)).toBeDefined();
  expect(await rowOf(done)).toBeDefined();
});

test("bytes that a killed site left of uploads that had become a model, or were removed, go after a day", async ({
  ada,
  site,
  filesOf,
}) => {
  const client = uploadClient(ada.token);
  const pending = idOf(await client.begin(5));
  const folder = join(site.dataDir, "uploads");
  const left = ["0".repeat(32), `${"1".repeat(32)}.json`, `${"2".repeat(32)}.0123abcd.part`];
  for (const name of left) await writeFile(join(folder, name), "bytes");
  await expireUploads({ ctx: site.ctx });
  expect(await filesOf("uploads")).toEqual(expect.arrayContaining([pending, ...left]));
  const longAgo = new Date(Date.now() - 25 * 3600 * 1000);
  for (const name of left) await utimes(join(folder, name), longAgo, longAgo);
  await expireUploads({ ctx: site.ctx });
  const after = await filesOf("uploads");
  expect(after).toContain(pending);
  for (const name of left) expect(after).not.toContain(name);
});
