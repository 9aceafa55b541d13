import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { openDatabase } from "@/db/client";
import { modelFiles, referenceModels, referenceResults, submissions, testSetVersions } from "@/db/schema";
import type { Context, Researcher } from "@/server/context";
import { openJobQueue } from "@/server/queue/job-queue";
import { defaultPolicy } from "@/server/release/default-policy";
import { releaseExact } from "@/server/release/released-score";
import { createToken } from "@/server/teams/create-token";
import { freeTheClock } from "../../factories/free-the-clock";
import { type FreshDatabase, freshDatabase } from "../../factories/fresh-database";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { type Site } from "../../factories/make-site";
import { makeSubmission } from "../../factories/make-submission";
import { noModels } from "../../fixtures/no-models";

export const epoch = new Date("2026-05-01T12:00:00Z");
export const setSizes = { Original: 1000, New: 1000, Other: 500 } as const;
export const auditImages = 200;
export const classes = 10;

/** In the order of submission. Ada's second is the one that worlds differ by. */
export const submissionNames = ["ada-1", "bob-1", "ada-2", "bob-2", "ada-3"] as const;
export type SubmissionName = (typeof submissionNames)[number];

export type Base = Awaited<ReturnType<typeof makeBase>>;

/**
 * A database from which worlds are copied, so that all of them have the same ids: a benchmark with an audit part and a second
 * hidden test set, reference models, two teams with tokens, and their submissions waiting for a worker.
 */
export async function makeBase() {
  const database = await freshDatabase();
  const open = openDatabase(database.ownerUrl);
  await freeTheClock(open.sql);
  const queue = await openJobQueue({ url: database.ownerUrl, supervise: false, onError: () => {} });
  const owner: Context = { db: open.db, queue, now: () => epoch, models: noModels };
  const site = { owner, clock: { now: epoch } } as Site;
  const benchmark = await makeBenchmark(site, {
    classes: Array.from({ length: classes }, (_, i) => `class ${i}`),
    original: setSizes.Original,
    hidden: [
      { name: "New", images: setSizes.New, auditImages },
      { name: "Other", images: setSizes.Other },
    ],
    policy: defaultPolicy(setSizes.New).policy,
  });
  await putReferences(owner, benchmark.id);
  const people = {
    ada: await person(owner, await makeResearcher(site, "ada")),
    bob: await person(owner, await makeResearcher(site, "bob")),
  };
  const ids = {} as Record<SubmissionName, string>;
  for (const name of submissionNames) {
    const { viewer } = people[name.startsWith("ada") ? "ada" : "bob"];
    ids[name] = await makeSubmission(site, { benchmark, viewer, name });
    await owner.queue.enqueue(owner.db, "evaluate-original", { submissionId: ids[name] });
  }
  // One model's size and hash for all: its own public facts are no part of what is compared.
  await open.db.update(modelFiles).set({ createdAt: epoch });
  await open.db.update(submissions).set({ submittedAt: epoch });
  const stored = await open.db.select().from(testSetVersions);
  const setOf = new Map(
    stored.map(({ id, storeKey }) => [
      storeKey,
      benchmark.versions.find((version) => version.id === id)!.name as keyof typeof setSizes,
    ]),
  );
  const [reference] = await open.db
    .select()
    .from(referenceModels)
    .where(eq(referenceModels.name, "reference 0"));
  await queue.stop(100);
  await open.end();
  return { database, benchmark, people, ids, setOf, referenceId: reference!.id, drop: () => database.drop() };
}

async function person(ctx: Context, viewer: Researcher) {
  const { token } = await createToken({ ctx: { ...ctx, viewer }, input: { name: "a script" } });
  return { viewer, token };
}

/** Published results of models near a line, of both metrics, so that there are fits, ranks and deviations. */
async function putReferences({ db }: Context, benchmarkId: string) {
  const sets = await db.query.testSets.findMany();
  const models = await db
    .insert(referenceModels)
    .values(Array.from({ length: 6 }, (_, i) => ({ benchmarkId, name: `reference ${i}`, updatedAt: epoch })))
    .returning();
  for (const [i, model] of models.entries()) {
    for (const { id, name } of sets) {
      for (const metric of ["top1", "top5"] as const) {
        const total = setSizes[name as keyof typeof setSizes];
        const share = (name === "Original" ? 0.75 : 0.68) + 0.03 * i + (metric === "top5" ? 0.05 : 0);
        const correct = Math.round(total * share) + ((i * 7) % 5);
        const { accuracy, interval } = releaseExact({ correct, total });
        const row = { referenceModelId: model.id, testSetId: id, metric, correct, total };
        await db.insert(referenceResults).values({ ...row, accuracy: accuracy!, ...interval! });
      }
    }
  }
}

/** A copy of a base, under all its roles. */
export async function copyOf({ database }: Pick<Base, "database">): Promise<FreshDatabase> {
  const name = `${database.name}_${randomBytes(4).toString("hex")}`;
  const at = (address: string) => address.replace(database.name, name);
  await asOwner(database, `create database ${name} template ${database.name} strategy file_copy`);
  return {
    name,
    ownerUrl: at(database.ownerUrl),
    workerUrl: at(database.workerUrl),
    webUrl: at(database.webUrl),
    auditUrl: at(database.auditUrl),
    drop: () => asOwner(database, `drop database ${name} with (force)`),
  };
}

async function asOwner({ ownerUrl }: FreshDatabase, statement: string) {
  const url = new URL(ownerUrl);
  url.pathname = "/postgres";
  const sql = postgres(url.toString(), { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('rung test databases'))`;
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
