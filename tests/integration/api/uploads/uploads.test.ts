import { createHash, randomBytes } from "node:crypto";
import { appendFile, readdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { modelFiles, uploads } from "@/db/schema";
import { webTest } from "../web-test";
import { brokenOffAfter, idOf, uploadClient } from "./upload-client";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const test = webTest({ RUNG_MAX_MODEL_BYTES: "1000000" })
  .extend("filesOf", { scope: "file" }, ({ site }) => (folder: string) => {
    return readdir(join(site.dataDir, folder)).catch(() => []);
  })
  .extend("rowOf", { scope: "file" }, ({ site }) => async (id: string) => {
    return (await site.ctx.db.select().from(uploads).where(eq(uploads.id, id)))[0];
  })
  .extend(
    "expectStored",
    { scope: "file" },
    ({ site, filesOf, rowOf }) =>
      async (id: string, bytes: Uint8Array) => {
        const hash = sha256(bytes);
        expect((await rowOf(id))?.modelHash).toBe(hash);
        const stored = await readFile(join(site.dataDir, "models", hash.slice(0, 2), hash));
        expect(stored.equals(bytes)).toBe(true);
        const [row] = await site.ctx.db.select().from(modelFiles).where(eq(modelFiles.hash, hash));
        expect(row?.bytes).toBe(bytes.length);
        expect((await filesOf("uploads")).filter((name) => name.startsWith(id))).toEqual([]);
      },
  );

test("an upload becomes a model file under the hash of its bytes", async ({ ada, rowOf, expectStored }) => {
  const bytes = randomBytes(300_000);
  const client = uploadClient(ada.token);
  const begun = await client.begin(bytes.length, { "upload-metadata": `filename ${btoa("net.onnx")}` });
  expect(begun.status).toBe(201);
  const id = idOf(begun);
  expect((await client.send(id, 0, bytes)).status).toBe(204);
  await expectStored(id, bytes);
  expect((await rowOf(id))?.fileName).toBe("net.onnx");
});

test.for([0, 1, 4095, 65_536, 65_537, 199_999])(
  "an upload cut after %i bytes is resumed there",
  async (cut, { ada, expectStored }) => {
    const bytes = randomBytes(200_000);
    const client = uploadClient(ada.token);
    const id = idOf(await client.begin(bytes.length));
    await client.send(id, 0, brokenOffAfter(bytes.subarray(0, cut)));
    const offset = await client.offset(id);
    expect(offset).toBeLessThanOrEqual(cut);
    expect((await client.send(id, offset, bytes.subarray(offset))).status).toBe(204);
    await expectStored(id, bytes);
  },
);

test("bytes sent for another offset change nothing", async ({ ada }) => {
  const client = uploadClient(ada.token);
  const id = idOf(await client.begin(10));
  await client.send(id, 0, new Uint8Array(4));
  expect((await client.send(id, 2, new Uint8Array(8))).status).toBe(409);
  expect(await client.offset(id)).toBe(4);
});

test("whoever lost the last answer is told that all bytes are there", async ({ ada }) => {
  const client = uploadClient(ada.token);
  const id = idOf(await client.begin(10));
  await client.send(id, 0, new Uint8Array(10));
  const head = await client.head(id);
  expect([head.status, head.headers.get("upload-offset"), head.headers.get("upload-length")]).toEqual([
    200,
    "10",
    "10",
  ]);
});

test("an upload whose process died after the last byte is finished when it is asked for", async ({
  site,
  ada,
  rowOf,
  expectStored,
}) => {
  const bytes = randomBytes(50);
  const client = uploadClient(ada.token);
  const id = idOf(await client.begin(bytes.length));
  await appendFile(join(site.dataDir, "uploads", id), bytes);
  expect((await rowOf(id))?.modelHash).toBeNull();
  expect(await client.offset(id)).toBe(50);
  await expectStored(id, bytes);
});

test("another's upload does not exist: the same answers as for an id that nobody has", async ({
  ada,
  bob,
}) => {
  const id = idOf(await uploadClient(ada.token).begin(10));
  const client = uploadClient(bob.token);
  const absent = "0".repeat(32);
  for (const ask of [client.head, client.remove, (id: string) => client.send(id, 0, new Uint8Array(10))]) {
    const [other, none] = [await ask(id), await ask(absent)];
    expect(other.status).toBe(404);
    expect(await other.text()).toBe(await none.text());
    expect([...other.headers]).toEqual([...none.headers]);
  }
  expect(await uploadClient(ada.token).offset(id)).toBe(0);
});

test("nobody uploads without a token", async () => {
  const response = await uploadClient(null).begin(10);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: "sign_in_needed" });
});

test("an id that leaves the folder is no id", async ({ ada }) => {
  for (const id of ["../models", "..%2fmodels", "x".repeat(32), `${"0".repeat(32)}/..`]) {
    expect((await uploadClient(ada.token).head(id)).status).toBe(404);
  }
});

test("a size above the limit is refused before a byte is stored", async ({ ada, filesOf }) => {
  const before = await filesOf("uploads");
  const response = await uploadClient(ada.token).begin(1_000_001);
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: "too_large", status: 413 });
  expect(await filesOf("uploads")).toEqual(before);
});

test("a size that is to be told later is refused", async ({ ada, filesOf }) => {
  const before = await filesOf("uploads");
  const request = { "upload-defer-length": "1" };
  const response = await uploadClient(ada.token).begin(1, request);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await filesOf("uploads")).toEqual(before);
});

test("more bytes than announced are refused, and those announced stay the measure", async ({ ada }) => {
  const client = uploadClient(ada.token);
  const id = idOf(await client.begin(10));
  expect((await client.send(id, 0, brokenOffAfter(new Uint8Array(100)))).ok).toBe(false);
  expect(await client.offset(id)).toBeLessThanOrEqual(10);
});

test.runIf(process.platform === "linux")(
  "a full disk is a clear error, and nothing is half stored",
  async ({ site, ada, filesOf, rowOf }) => {
    const client = uploadClient(ada.token);
    const id = idOf(await client.begin(100_000));
    const path = join(site.dataDir, "uploads", id);
    await rm(path);
    await symlink("/dev/full", path);
    const response = await client.send(id, 0, randomBytes(100_000));
    expect(response.status).toBe(507);
    expect(await response.json()).toMatchObject({ code: "disk_full" });
    expect(await rowOf(id)).toBeUndefined();
    expect((await filesOf("uploads")).filter((name) => name.startsWith(id))).toEqual([]);
  },
);

test("an upload is forgotten when its owner removes it", async ({ ada, rowOf }) => {
  const client = uploadClient(ada.token);
  const id = idOf(await client.begin(10));
  expect((await client.remove(id)).status).toBe(204);
  expect(await rowOf(id)).toBeUndefined();
  expect((await client.head(id)).status).toBe(404);
});

test("whoever begins uploads without end is told to wait", async ({ site }) => {
  const client = uploadClient((await site.person("eager")).token);
  const statuses: number[] = [];
  for (let i = 0; i < 40; i += 1) statuses.push((await client.begin(5)).status);
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(201));
  expect(statuses.at(-1)).toBe(429);
});
