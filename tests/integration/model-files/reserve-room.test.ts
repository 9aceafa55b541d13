import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { uploads } from "@/db/schema";
import { beginUpload } from "@/server/model-files/uploads/begin-upload";
import { dropUpload } from "@/server/model-files/uploads/drop-upload";
import { withScratch } from "@/server/model-files/uploads/with-scratch";
import { makeResearcher } from "../../factories/make-researcher";
import { siteTest } from "../../fixtures/site-test";

const test = siteTest
  /** Somebody's context on a disk with this room. */
  .extend("on", ({ site }) => async (room: number) => {
    const models = { ...site.web.models, room: async () => room };
    return { ...site.web, models, viewer: await makeResearcher(site) };
  })
  .extend("begin", () => async (ctx: Parameters<typeof beginUpload>[0]["ctx"], bytes: number) => {
    const id = randomBytes(16).toString("hex");
    await beginUpload({ ctx, input: { id, fileName: "a.onnx", bytes } });
    return id;
  });

test("uploads that begin at once never together pass the room that there is", async ({ site, on, begin }) => {
  const people = await Promise.all(Array.from({ length: 12 }, () => on(100)));
  const begun = await Promise.allSettled(people.map((ctx) => begin(ctx, 30)));
  expect(begun.filter(({ status }) => status === "fulfilled").length).toBe(3);
  for (const one of begun)
    if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "disk_full" });
  expect((await site.owner.db.select().from(uploads)).length).toBe(3);
});

test("of an unfinished upload only what is still to come is reserved, and nothing once it was cancelled", async ({
  site,
  on,
  begin,
}) => {
  const ctx = await on(100);
  const id = await begin(ctx, 80);
  await expect(begin(ctx, 30)).rejects.toMatchObject({ code: "disk_full" });
  await mkdir(join(site.dataDir, "uploads"), { recursive: true });
  await writeFile(join(site.dataDir, "uploads", id), randomBytes(60));
  // The disk has 60 bytes less since.
  const now = { ...ctx, models: { ...ctx.models, room: async () => 40 } };
  await expect(begin(now, 21)).rejects.toMatchObject({ code: "disk_full" });
  const second = await begin(now, 20);
  await dropUpload({ ctx, input: { id } });
  await dropUpload({ ctx, input: { id: second } });
  await begin(ctx, 100);
});

test("a refusal for want of room says the same whoever fills the disk, and by how much", async ({
  on,
  begin,
}) => {
  const words = async (room: number) =>
    await begin(await on(room), 200).catch(({ message, hint }: Error & { hint: string }) => message + hint);
  expect(await words(0)).toBe(await words(199));
  expect(await words(0)).not.toMatch(/\d/);
});

test("what is unpacked or joined is reserved before it is written, and given back", async ({
  site,
  on,
  begin,
}) => {
  const [ctx, other] = [await on(100), await on(100)];
  await withScratch({ ctx, bytes: 10 }, async ({ reserve, withFile, id }) => {
    await reserve(60);
    await expect(begin(other, 31)).rejects.toMatchObject({ code: "disk_full" });
    await expect(reserve(31)).rejects.toMatchObject({ code: "disk_full" });
    await withFile((path) => writeFile(path, randomBytes(50)));
    const [row] = await site.owner.db.select().from(uploads).where(eq(uploads.id, id));
    expect(row).toMatchObject({ bytes: 70, modelHash: null });
  });
  expect(await site.owner.db.select().from(uploads)).toEqual([]);
  await begin(other, 100);
});
