import { type WrittenLine, writtenEvaluationLines } from "./written-evaluation-lines";

const id = "11111111-2222-4333-8444-555555555555";
const model = "ab".repeat(32);
export const submitted = { submission: id, benchmark: id, team: id, model };

/** A line of each shape that was ever written, with what its fields may be instead. */
export const writtenLines: WrittenLine[] = [
  ...writtenEvaluationLines,
  [
    "a submission with what its team declared",
    {
      kind: "submission",
      public: { ...submitted, refused: null },
      secret: { declared: { name: "a model", links: {}, preprocessing: { crop_pct: 1 } } },
    },
  ],
  [
    "a reading of exact scores",
    { kind: "exact-scores-read", public: { door: "site" }, secret: { user: id } },
  ],
  [
    "a wish to close a pool",
    { kind: "pool-closing", public: { pool: id, stage: "asked", reason: "Done.", by: id } },
  ],
  ["a closed pool", { kind: "pool-closing", public: { pool: id, stage: "closed" } }],
  ["adaptivity that is published", { kind: "adaptivity", public: { pool: id, digest: model } }],
  ["a declined first release", { kind: "decline", public: { submission: id, team: id, by: null } }],
  [
    "a model that cannot be run",
    { kind: "trial", public: { submission: id, version: id, refused: "model_failed_load" } },
  ],
  [
    "a better preprocessing",
    { kind: "trial", public: { submission: id, version: id, images: 200, declared: 20, better: 150 } },
  ],
  ["a vouch", { kind: "vouch", public: { team: id, vouched: true, reason: "", by: id } }],
  [
    "a rule that vouches",
    { kind: "vouch-rule", public: { rule: id, asks: "account-age", value: "365", reason: "", by: null } },
  ],
  ["a rule's end", { kind: "vouch-rule", public: { rule: id, ended: true, by: id } }],
  ["a submission", { kind: "submission", public: { ...submitted, refused: null } }],
  ["a refused submission", { kind: "submission", public: { ...submitted, refused: "too_many_classes" } }],
  [
    "a submission judged again",
    { kind: "submission", public: { ...submitted, reJudges: id, reason: "", by: id } },
  ],
  ["a submitted reference", { kind: "submission", public: { ...submitted, reference: true } }],
  ["an evaluation taken up again", { kind: "resumption", public: { submission: id, team: id, by: id } }],
  ["a withdrawal", { kind: "withdrawal", public: { submission: id, team: id } }],
  [
    "a refusal for original images",
    { kind: "original-refusal", public: { team: id, benchmark: id, next: "2026-05-02T12:00:00.000Z" } },
  ],
  ["a lapse", { kind: "lapse", public: { submission: id, team: id, because: "expired" } }],
  ["a spending", { kind: "spending", public: { submission: id, team: id, by: id } }],
  ["a spending by itself", { kind: "spending", public: { submission: id, team: id, by: null } }],
  [
    "a refusal for the day",
    {
      kind: "quota-refusal",
      public: { team: id, benchmark: id, used: 3, usedToday: 2, next: "2026-05-02T12:00:00.000Z" },
    },
  ],
  [
    "a refusal for good",
    { kind: "quota-refusal", public: { team: id, benchmark: id, used: 30, usedToday: 0, next: null } },
  ],
  ["an approval", { kind: "approval", public: { submission: id, team: id, by: id } }],
  ["a mark", { kind: "verification", public: { submission: id, verified: false, by: id } }],
  [
    "a disqualification",
    { kind: "disqualification", public: { submission: id, was: "scored", reason: "two names", by: id } },
  ],
  [
    "a reinstatement",
    { kind: "reinstatement", public: { submission: id, state: "queued", reason: "a mistake", by: id } },
  ],
  [
    "a reinstatement by nobody's name",
    { kind: "reinstatement", public: { submission: id, state: "scored", reason: "a mistake", by: null } },
  ],
  ["a merge", { kind: "merge", public: { team: id, into: id, reason: "one person", by: id } }],
  ["a merge by nobody's name", { kind: "merge", public: { team: id, into: id, reason: "", by: null } }],
  ["a maintainer's sign-in", { kind: "maintainer-sign-in", public: { user: id, provider: "github" } }],
  [
    "a benchmark",
    { kind: "benchmark", public: { benchmark: id, slug: "shapes", classes: 10, perDay: 2, lifetime: null } },
  ],
  [
    "an imported test set",
    {
      kind: "test-set",
      public: {
        benchmark: id,
        testSet: "New",
        role: "hidden",
        version: id,
        digest: model,
        images: 8000,
        auditImages: 2000,
        pool: id,
      },
    },
  ],
  [
    "an activated version",
    {
      kind: "test-set",
      public: { benchmark: id, testSet: "Old", version: id, pool: null, state: "active", by: id },
    },
  ],
  [
    "retired test sets",
    { kind: "test-set", public: { benchmark: id, retired: ["New"], pool: id, state: "retired", by: id } },
  ],
  [
    "imported references",
    { kind: "reference-import", public: { benchmark: id, imported: 67, changed: 0, unchanged: 0 } },
  ],
  ["a token", { kind: "token", public: { token: id, user: id, role: "researcher" } }],
];
