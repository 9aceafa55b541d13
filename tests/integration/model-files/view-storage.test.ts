import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { submissions } from "@/db/schema";
import { getOwnStorage } from "@/server/model-files/storage/get-own-storage";
import { viewStorage } from "@/server/model-files/storage/view-storage";
import { beginUpload } from "@/server/model-files/uploads/begin-upload";
import { getSubmission } from "@/server/submissions/get-submission";
import { as } from "../../factories/as";
import { makeResearcher } from "../../factories/make-researcher";
import { submitFile } from "../submissions/submit-file";
import { sweepTest as test } from "./sweep-test";

const dayMs = 24 * 3600 * 1000;

test("maintainers see what is stored for whom, and each person their own", async ({
  site,
  benchmark,
  viewer,
  add,
  submit,
  upload,
}) => {
  const other = await makeResearcher(site);
  const shared = await add(randomBytes(1000));
  const own = await submit(shared);
  await submitFile(site, { benchmark, viewer: other, modelHash: shared });
  await site.owner.db.update(submissions).set({ state: "scored" }).where(eq(submissions.id, own.id));
  await upload(await add(randomBytes(300)));
  const begun = { id: randomBytes(16).toString("hex"), fileName: "a.onnx", bytes: 50 };
  await beginUpload({ ctx: as(site, viewer), input: begun });
  const models = { ...site.web.models, room: async () => 7777 };
  const seen = () => viewStorage({ ctx: { ...site.web, models } });
  expect(await seen()).toEqual({
    room: 7777,
    awaited: 50,
    files: 2,
    bytes: 1300,
    most: 20e9,
    people: [
      { name: viewer.name, files: 3, bytes: 1350, leaving: 350 },
      { name: other.name, files: 1, bytes: 1000, leaving: 1000 },
    ],
  });
  const mine = await getOwnStorage({ ctx: as(site, viewer) });
  expect(mine).toEqual({ files: 3, bytes: 1350, leaving: 350, most: 20e9 });
  site.wait(dayMs + 3600 * 1000);
  expect((await seen()).people.map(({ name }) => name)).toEqual([viewer.name]);
});

test("a team is told when the file of a refused submission goes, the same whether or not another's counts", async ({
  site,
  benchmark,
  viewer,
  add,
  submit,
}) => {
  const [alone, shared] = [await add(), await add()];
  const other = await makeResearcher(site);
  const views = [await submit(alone), await submit(shared)];
  const theirs = await submitFile(site, { benchmark, viewer: other, modelHash: shared });
  await site.owner.db.update(submissions).set({ state: "scored" }).where(eq(submissions.id, theirs.id));
  const goes = new Date(site.clock.now.getTime() + dayMs).toISOString();
  const now = await Promise.all(
    views.map(({ id }) => getSubmission({ ctx: as(site, viewer), input: { id } })),
  );
  expect(now.map(({ fileRemovedAt }) => fileRemovedAt)).toEqual([goes, goes]);
  const seenByOthers = await getSubmission({ ctx: as(site, viewer), input: { id: theirs.id } });
  expect(seenByOthers.fileRemovedAt).toBeNull();

  const counted = await submit(shared);
  await site.owner.db.update(submissions).set({ state: "scored" }).where(eq(submissions.id, counted.id));
  const after = await getSubmission({ ctx: as(site, viewer), input: { id: views[1]!.id } });
  expect(after.fileRemovedAt).toBeNull();
});
