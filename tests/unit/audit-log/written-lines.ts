const id = "11111111-2222-4333-8444-555555555555";
const model = "ab".repeat(32);
export const submitted = { submission: id, benchmark: id, team: id, model };
const counts = { version: id, total: 1000, top1: 700, top5: null };
const rung = { numerator: "3", denominator: "10" };
const trace = { errors: 300, total: 1000, b: 150, a: 3, d: 147, D: 153, noise: -4, threshold: 37.1 };
const states = {
  before: { rung: null, climbs: 0, closed: false },
  after: { rung, climbs: 1, closed: false },
};

/** A line of each shape that was ever written, with what its fields may be instead. */
export const writtenLines: [string, { kind: string; public: object; secret?: object }][] = [
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
  [
    "an original evaluation",
    {
      kind: "evaluation",
      public: { submission: id, role: "original", results: [{ ...counts, device: "cpu" }] },
    },
  ],
  [
    "a reference's evaluation",
    {
      kind: "evaluation",
      public: { submission: id, role: "reference", results: [{ ...counts, top5: 950 }] },
    },
  ],
  [
    "a reference's evaluation with what was released on hidden images",
    {
      kind: "evaluation",
      public: {
        submission: id,
        role: "reference",
        results: [{ version: id, total: 1000, losses: [{ metric: "top1", loss: "1/10" }] }],
      },
      secret: { counts: [{ ...counts, top5: null }] },
    },
  ],
  [
    "a climb",
    {
      kind: "decision",
      public: { submission: id, pool: id, scope: "global", team: id, decision: "climbed", rung: "3/10" },
      secret: { ...trace, ...states, version: id, wrong: model },
    },
  ],
  [
    "a climb with images that the model did not answer",
    {
      kind: "decision",
      public: { submission: id, pool: id, scope: "team", team: id, decision: "climbed", rung: "3/10" },
      secret: { ...trace, ...states, version: id, wrong: model, unanswered: 3 },
    },
  ],
  ["an evaluation taken up again", { kind: "resumption", public: { submission: id, team: id, by: id } }],
  [
    "a hold",
    {
      kind: "decision",
      public: { submission: id, pool: id, scope: "team", team: id, decision: "held", rung: null },
      secret: {
        ...trace,
        b: null,
        a: null,
        d: null,
        D: null,
        threshold: null,
        ...states,
        version: id,
        wrong: model,
      },
    },
  ],
  [
    "a failure",
    { kind: "failure", public: { submission: id, code: "crashed" }, secret: { message: "It crashed." } },
  ],
  ["a withdrawal", { kind: "withdrawal", public: { submission: id, team: id } }],
  [
    "a refusal for original images",
    { kind: "original-refusal", public: { team: id, benchmark: id, next: "2026-05-02T12:00:00.000Z" } },
  ],
  [
    "a void",
    {
      kind: "void",
      public: { submission: id, team: id, reason: "Why.", by: null, ladders: [{ pool: id, back: true }] },
      secret: { evidence: ["worker-lost"] },
    },
  ],
  ["a repeat", { kind: "repeat", public: { submission: id, team: id, stage: "asked", by: id } }],
  [
    "a repeat that is done",
    {
      kind: "repeat",
      public: { submission: id, team: id, stage: "done", by: null },
      secret: { outcome: { parts: [], forfeited: null } },
    },
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
