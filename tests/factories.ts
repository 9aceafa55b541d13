import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/db/client";
import {
  benchmarks,
  memberships,
  modelFiles,
  pools,
  submissions,
  teams,
  testSets,
  testSetVersions,
  users,
} from "@/db/schema";
import type {
  AuditorContext,
  Context,
  Maintainer,
  MaintainerContext,
  Researcher,
  ResearcherContext,
} from "@/server/context";
import { parseEnvironment } from "@/server/env";
import { preprocessingSchema } from "@/server/evaluation/preprocessing";
import { fileModelStore } from "@/server/model-store/file-model-store";
import type { Inspection } from "@/server/onnx/inspection-schema";
import { openJobQueue } from "@/server/queue/job-queue";
import { defaultPolicy } from "@/server/release/default-policy";
import type { Policy } from "@/server/release/policy";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { freshDatabase } from "./integration/fresh-database";

export type Site = Awaited<ReturnType<typeof makeSite>>;

/** A database of its own with a context as owner, worker, web and auditor each, and a clock that only the test moves. */
export async function makeSite() {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "rung-site-"));
  const clock = { now: new Date("2026-05-01T12:00:00Z") };
  const open = {
    owner: openDatabase(database.ownerUrl),
    worker: openDatabase(database.workerUrl),
    web: openDatabase(database.webUrl),
    auditor: openDatabase(database.auditUrl),
  };
  const queue = await openJobQueue({ url: database.ownerUrl, supervise: false, onError: () => {} });
  const settings = parseEnvironment({ RUNG_DATA_DIR: dataDir });
  const models = fileModelStore(settings);
  const testSets = fileTestSetStore({ root: settings.testSetsDir });
  const contextOf = (role: keyof typeof open): Context => ({
    db: open[role].db,
    queue,
    now: () => clock.now,
    models,
  });
  return {
    database,
    dataDir,
    clock,
    sql: open.owner.sql,
    owner: { ...contextOf("owner"), testSets },
    worker: { ...contextOf("worker"), testSets },
    web: contextOf("web"),
    auditor: contextOf("auditor"),
    wait(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    async drop() {
      await queue.stop(100);
      await Promise.all(Object.values(open).map((one) => one.end()));
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A benchmark with an original test set and hidden ones, all in one pool; the first hidden one is primary. */
export async function makeBenchmark(
  site: Site,
  given: {
    original?: number;
    hidden?: { name: string; images: number; auditImages?: number }[];
    policy?: Policy;
    perDay?: number;
    lifetime?: number;
    firstReleaseBudget?: number;
    classes?: string[];
  } = {},
) {
  const { db } = site.owner;
  const hidden = given.hidden ?? [{ name: "New", images: 1000 }];
  const [benchmark] = await db
    .insert(benchmarks)
    .values({
      slug: `benchmark-${randomUUID().slice(0, 8)}`,
      name: "A benchmark",
      classes: given.classes ?? ["cat", "dog"],
      inputSize: [3, 32, 32],
      perDay: given.perDay ?? 100,
    })
    .returning();
  const [pool] = await db
    .insert(pools)
    .values({
      benchmarkId: benchmark!.id,
      name: "pool",
      policy: given.policy ?? defaultPolicy(1000).policy,
      lifetime: given.lifetime ?? 100,
      firstReleaseBudget: given.firstReleaseBudget ?? 100,
    })
    .returning();
  const sets = [{ name: "Original", images: given.original ?? 1000, auditImages: 0 }, ...hidden];
  const versions: { name: string; id: string }[] = [];
  for (const [position, set] of sets.entries()) {
    const role = position === 0 ? "original" : "hidden";
    const [testSet] = await db
      .insert(testSets)
      .values({
        benchmarkId: benchmark!.id,
        name: set.name,
        role,
        position,
        poolId: role === "hidden" ? pool!.id : null,
        primarySince: position === 1 ? site.clock.now : null,
      })
      .returning();
    const [version] = await db
      .insert(testSetVersions)
      .values({
        testSetId: testSet!.id,
        number: 1,
        digest: randomUUID(),
        storeKey: randomUUID(),
        images: set.images,
        auditImages: set.auditImages ?? 0,
        createdAt: site.clock.now,
      })
      .returning();
    versions.push({ name: set.name, id: version!.id });
  }
  return { ...benchmark!, pool: pool!, versions };
}

/** Somebody with a personal team, as sign-in would have made them. */
export async function makeResearcher(
  site: Site,
  name = `team-${randomUUID().slice(0, 8)}`,
): Promise<Researcher> {
  const { db } = site.owner;
  const [user] = await db.insert(users).values({ name }).returning();
  const [team] = await db.insert(teams).values({ slug: name, name }).returning();
  await db.insert(memberships).values({ userId: user!.id, teamId: team!.id });
  return { userId: user!.id, name, role: "researcher", teamId: team!.id } as Researcher;
}

/** A researcher's context under the web role. */
export function as(site: Site, viewer: Researcher): ResearcherContext {
  return { ...site.web, viewer };
}

/** A maintainer's contexts: of acts under the web role, of queries under the auditor's. */
export async function makeMaintainer(
  site: Site,
): Promise<{ acts: MaintainerContext; reads: AuditorContext }> {
  const viewer = { ...(await makeResearcher(site)), role: "maintainer" } as unknown as Maintainer;
  return { acts: { ...site.web, viewer }, reads: { ...site.auditor, viewer } };
}

const model: NonNullable<Inspection["model"]> = {
  parameters: 10,
  operators: { Gemm: 1 },
  opsets: { "": 17 },
  irVersion: 8,
  producer: null,
  bytes: 100,
  input: {
    name: "x",
    type: "float32",
    shape: [null, 3, 32, 32],
    layout: "NCHW",
    height: 32,
    width: 32,
    channels: 3,
    batch: null,
  },
  output: { name: "y", type: "float32", shape: [null, 2], classes: 2, batched: true },
};

/** A queued submission whose model is not a real file: for tests that bring their own outcomes. */
export async function makeSubmission(
  site: Site,
  given: { benchmarkId: string; viewer: Researcher; kind?: "entry" | "reference"; name?: string },
): Promise<string> {
  const { db } = site.owner;
  const hash = randomUUID().replaceAll("-", "").padEnd(64, "0");
  await db
    .insert(modelFiles)
    .values({ hash, bytes: 100, inspection: { accepted: true, refusals: [], warnings: [], model } });
  const [row] = await db
    .insert(submissions)
    .values({
      benchmarkId: given.benchmarkId,
      teamId: given.viewer.teamId,
      userId: given.viewer.userId,
      kind: given.kind ?? "entry",
      name: given.name ?? "a model",
      modelHash: hash,
      preprocessing: preprocessingSchema.parse({ layout: "NCHW" }),
      state: "queued",
      submittedAt: site.clock.now,
    })
    .returning();
  return row!.id;
}
