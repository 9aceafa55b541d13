import { z } from "zod";
import { decision, ladderScope, submissionState, userRole, vouchRuleKind } from "../../db/schema";
import { type Metric, metrics } from "../evaluation/metric";
import { decisionTraceSchema } from "../release/decision-trace";
import { ladderStateSchema } from "../release/ladder-state-schema";
import { machineEvidences } from "../release/machine-evidence";
import { repeatOutcomeSchema } from "../release/repeat-outcome";
import { machineFactsSchema } from "./machine-facts-schema";
import { testSetFields } from "./test-set-fields";
import { trialFields } from "./trial-fields";

const id = z.uuid();
const count = z.int().min(0);
const reason = z.string();
/** Who acted; null at the command line. */
const by = id.nullable();
/** The gain asked for, in whole steps; absent in lines of the time before it could be. */
const atLeast = z.int().min(1).optional();
const submitted = { submission: id, benchmark: id, team: id, model: z.string() };
const counts = { top1: count, top5: count.nullable() } satisfies Record<Metric, z.ZodType>;
const result = { version: id, total: count, ...counts };

/** A score that came with a climb, beside the one that decided; `loss` as a fraction, such as `3/10`. */
const releasedOther = z.strictObject({ version: id, metric: z.enum(metrics), loss: z.string() });
export type ReleasedOther = z.infer<typeof releasedOther>;

/**
 * The kinds of the log's lines: what each says in public, and what the log only commits to. The fields `kind` and `at` accompany
 * the public ones. Lines are permanent: a shape may grow, but must still accept every line ever written.
 */
export const lineSchema = z.discriminatedUnion("kind", [
  withoutSecret(
    "submission",
    z.union([
      /** `refused` is the inspection's refusal code. */
      z.strictObject({ ...submitted, refused: z.string().nullable(), atLeast }),
      z.strictObject({ ...submitted, reJudges: id, atLeast, reason, by }),
      z.strictObject({ ...submitted, reference: z.literal(true) }),
    ]),
  ),
  z.strictObject({
    kind: z.literal("evaluation"),
    public: z.discriminatedUnion("role", [
      z.strictObject({
        submission: id,
        /** `public`: on public new test sets that came after the original part. */
        role: z.enum(["original", "public"]),
        results: z.array(z.strictObject({ ...result, device: z.string() })),
      }),
      z.strictObject({
        submission: id,
        role: z.literal("reference"),
        /** Counts on original test sets (once on hidden ones too), what was released on hidden ones. */
        results: z.array(
          z.union([
            z.strictObject(result),
            z.strictObject({
              version: id,
              total: count,
              losses: z.array(z.strictObject({ metric: z.enum(metrics), loss: z.string() })),
            }),
          ]),
        ),
      }),
    ]),
    /** A reference's counts on hidden test sets. */
    secret: z.strictObject({ counts: z.array(z.strictObject(result)).optional() }).default({}),
  }),
  z.strictObject({
    kind: z.literal("decision"),
    public: z.strictObject({
      submission: id,
      pool: id,
      scope: z.enum(ladderScope.enumValues),
      team: id,
      decision: z.enum(decision.enumValues),
      /** The released loss, such as `3/10`; null if held. */
      rung: z.string().nullable(),
      /** Absent in lines of the time when every climb released all of them. */
      others: z.array(releasedOther).optional(),
    }),
    /** `wrong` is the SHA-256 (hex) of the evaluation's packed bits, `unanswered` how many of them had no answer. */
    secret: z.strictObject({
      ...decisionTraceSchema.shape,
      before: ladderStateSchema,
      after: ladderStateSchema,
      version: id,
      wrong: z.string(),
      unanswered: count.optional(),
      machine: machineFactsSchema.optional(),
    }),
  }),
  z.strictObject({
    kind: z.literal("void"),
    public: z.strictObject({
      submission: id,
      team: id,
      reason,
      by,
      /** The ladders that it had stepped; `back` where the decision was the last of one, which goes back one step. */
      ladders: z.array(z.strictObject({ pool: id, back: z.boolean() })),
    }),
    secret: z.strictObject({ evidence: z.array(z.enum(machineEvidences)) }),
  }),
  /**
   * A maintainer has a hidden evaluation repeated: a line when it is asked for, which is the maintainer's time, and one when it is done,
   * at the end of a window that is fixed by what everybody knows and by the machine: see `workers/repeat-evaluation.ts`.
   */
  z.strictObject({
    kind: z.literal("repeat"),
    public: z.strictObject({ submission: id, team: id, stage: z.enum(["asked", "done"]), by }),
    secret: z.strictObject({ outcome: repeatOutcomeSchema.optional() }).default({}),
  }),
  z.strictObject({
    kind: z.literal("failure"),
    public: z.strictObject({ submission: id, code: z.string() }),
    secret: z.strictObject({ message: z.string() }),
  }),
  withoutSecret("trial", trialFields),
  withoutSecret("withdrawal", z.strictObject({ submission: id, team: id })),
  /** Withdrawn by the site, before it was spent. */
  withoutSecret(
    "lapse",
    z.strictObject({
      submission: id,
      team: id,
      because: z.enum(["expired", "too-many-wait", "test-sets-changed"]),
    }),
  ),
  /** From here on it counts against the quota; `by` is null where it went on by itself. */
  withoutSecret("spending", z.strictObject({ submission: id, team: id, by })),
  withoutSecret(
    "quota-refusal",
    z.strictObject({
      team: id,
      benchmark: id,
      used: count,
      usedToday: count,
      next: z.iso.datetime().nullable(),
    }),
  ),
  /** Refused for what the team has had on original images in 24 hours. */
  withoutSecret("original-refusal", z.strictObject({ team: id, benchmark: id, next: z.iso.datetime() })),
  withoutSecret("approval", z.strictObject({ submission: id, team: id, by })),
  withoutSecret("decline", z.strictObject({ submission: id, team: id, by })),
  withoutSecret("vouch", z.strictObject({ team: id, vouched: z.boolean(), reason, by })),
  withoutSecret(
    "vouch-rule",
    z.union([
      z.strictObject({ rule: id, asks: z.enum(vouchRuleKind.enumValues), value: z.string(), reason, by }),
      z.strictObject({ rule: id, ended: z.literal(true), by }),
    ]),
  ),
  /** A hidden evaluation that the machine failed is taken up again. */
  withoutSecret("resumption", z.strictObject({ submission: id, team: id, by: id })),
  withoutSecret("verification", z.strictObject({ submission: id, verified: z.boolean(), by: id })),
  withoutSecret(
    "disqualification",
    z.strictObject({ submission: id, was: z.enum(submissionState.enumValues), reason, by: id }),
  ),
  withoutSecret(
    "reinstatement",
    z.strictObject({ submission: id, state: z.enum(submissionState.enumValues), reason, by }),
  ),
  withoutSecret("merge", z.strictObject({ team: id, into: id, reason, by })),
  withoutSecret("maintainer-sign-in", z.strictObject({ user: id, provider: z.string() })),
  withoutSecret(
    "benchmark",
    z.strictObject({
      benchmark: id,
      slug: z.string(),
      classes: count,
      perDay: count,
      lifetime: count.nullable(),
    }),
  ),
  z.strictObject({
    kind: z.literal("test-set"),
    public: testSetFields,
    /** Why images were imported that are nearly others: it may describe hidden ones. */
    secret: z.strictObject({ insists: z.string().optional() }).default({}),
  }),
  withoutSecret(
    "reference-import",
    z.strictObject({ benchmark: id, imported: count, changed: count, unchanged: count }),
  ),
  withoutSecret("token", z.strictObject({ token: id, user: id, role: z.enum(userRole.enumValues) })),
]);

function withoutSecret<Kind extends string, Fields extends z.ZodType>(kind: Kind, fields: Fields) {
  return z.strictObject({
    kind: z.literal(kind),
    public: fields,
    secret: z.strictObject({}).default({}),
  });
}

export type Line = z.output<typeof lineSchema>;
export type LineKind = Line["kind"];
export type LineOf<Kind extends LineKind> = Extract<Line, { kind: Kind }>;
/** A line to append. */
export type NewLine = z.input<typeof lineSchema> & { at: Date };

/** Every kind of line. */
export const lineKinds = lineSchema.options.map(({ shape }) => shape.kind.value);
