import { z } from "zod";
import { decision, ladderScope, submissionState, userRole, vouchRuleKind } from "../../db/schema";
import { metrics } from "../evaluation/metric";
import { decisionTraceSchema } from "../release/decision-trace";
import { ladderStateSchema } from "../release/ladder-state-schema";
import { machineEvidences } from "../release/machine-evidence";
import { repeatOutcomeSchema } from "../release/repeat-outcome";
import { evaluationFields } from "./evaluation-fields";
import { machineFactsSchema } from "./machine-facts-schema";
import { submissionFields } from "./submission-fields";
import { testSetFields } from "./test-set-fields";
import { trialFields } from "./trial-fields";

const id = z.uuid();
const count = z.int().min(0);
const reason = z.string();
/** Who acted; null at the command line. */
const by = id.nullable();

/** A score that came with a climb, beside the one that decided; `loss` as a fraction, such as `3/10`. */
const releasedOther = z.strictObject({ version: id, metric: z.enum(metrics), loss: z.string() });
export type ReleasedOther = z.infer<typeof releasedOther>;

/**
 * The kinds of the log's lines: what each says in public, and what the log only commits to. The fields `kind` and `at` accompany
 * the public ones. Lines are permanent: a shape may grow, but must still accept every line ever written.
 */
export const lineSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("submission"),
    ...submissionFields,
  }),
  z.strictObject({
    kind: z.literal("evaluation"),
    ...evaluationFields,
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
  /** Somebody began to read exact scores, on the site or by a command: once a session. Who it was is nobody else's business. */
  z.strictObject({
    kind: z.literal("exact-scores-read"),
    public: z.strictObject({ door: z.enum(["site", "command"]) }),
    secret: z.strictObject({ user: by }),
  }),
  /** A maintainer asks that a retired pool be closed, or takes that back; a day later its secrets are published, for good. */
  withoutSecret(
    "pool-closing",
    z.union([
      z.strictObject({ pool: id, stage: z.enum(["asked", "undone"]), reason, by }),
      z.strictObject({ pool: id, stage: z.literal("closed") }),
    ]),
  ),
  withoutSecret("maintainer-sign-in", z.strictObject({ user: id, provider: z.string() })),
  withoutSecret(
    "benchmark",
    z.strictObject({
      benchmark: id,
      slug: z.string(),
      classes: count,
      perDay: count,
      lifetime: count.nullable(),
      judgedScale: z.enum(["linear", "logit", "probit"]).optional(),
      /** What else pages show of it, see `benchmarkDigest`; absent before it was told. */
      digest: z.string().optional(),
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
    z.strictObject({
      benchmark: id,
      imported: count,
      changed: count,
      unchanged: count,
      /** All that is published of others on the benchmark from then on, see `referencesDigest`; absent before it was told. */
      digest: z.string().optional(),
    }),
  ),
  /** The adaptivity to a retired pool's hidden set is published: `digest` is the SHA-256 of its canonical JSON. */
  withoutSecret("adaptivity", z.strictObject({ pool: id, digest: z.string() })),
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
