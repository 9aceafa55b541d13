import { randomUUID } from "node:crypto";
import { modelFiles, submissions } from "@/db/schema";
import { appendLine } from "@/server/audit-log/append-line";
import { declaredOf } from "@/server/audit-log/declared-of";
import type { Researcher } from "@/server/context";
import { preprocessingSchema } from "@/server/evaluation/preprocessing";
import type { Inspection } from "@/server/onnx/inspection-schema";
import type { Site } from "./make-site";

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
    layoutFrom: "shape",
    height: 32,
    width: 32,
    channels: 3,
    batch: null,
  },
  output: { name: "y", type: "float32", shape: [null, 2], classes: 2, batched: true, sigmoid: false },
};

/** A queued submission whose model is not a real file: for tests that bring their own outcomes. */
export async function makeSubmission(
  site: Site,
  given: {
    benchmark: { id: string };
    viewer: Researcher;
    kind?: "entry" | "reference";
    name?: string;
    atLeast?: number;
    asks?: boolean;
    expectedOriginal?: number;
  },
): Promise<string> {
  const { db } = site.owner;
  const hash = randomUUID().replaceAll("-", "").padEnd(64, "0");
  await db
    .insert(modelFiles)
    .values({ hash, bytes: 100, inspection: { accepted: true, refusals: [], warnings: [], model } });
  const [row] = await db
    .insert(submissions)
    .values({
      benchmarkId: given.benchmark.id,
      teamId: given.viewer.teamId,
      userId: given.viewer.userId,
      kind: given.kind ?? "entry",
      name: given.name ?? "a model",
      asks: given.asks ?? false,
      expectedOriginal: given.expectedOriginal ?? null,
      modelHash: hash,
      preprocessing: preprocessingSchema.parse({ layout: "NCHW" }),
      atLeast: given.atLeast ?? 1,
      state: "queued",
      submittedAt: site.clock.now,
    })
    .returning();
  const { id, benchmarkId, teamId, modelHash } = row!;
  const submitted = { submission: id, benchmark: benchmarkId, team: teamId, model: modelHash };
  await appendLine(db, {
    kind: "submission",
    at: site.clock.now,
    public:
      row!.kind === "reference"
        ? { ...submitted, reference: true }
        : { ...submitted, refused: null, atLeast: row!.atLeast },
    secret: { declared: declaredOf(row!) },
  });
  return id;
}
