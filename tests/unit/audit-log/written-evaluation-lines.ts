const id = "11111111-2222-4333-8444-555555555555";
const model = "ab".repeat(32);
const counts = { version: id, total: 1000, top1: 700, top5: null };
const rung = { numerator: "3", denominator: "10" };
const trace = { errors: 300, total: 1000, b: 150, a: 3, d: 147, D: 153, noise: -4, threshold: 37.1 };
const states = {
  before: { rung: null, climbs: 0, closed: false },
  after: { rung, climbs: 1, closed: false },
};

export type WrittenLine = [string, { kind: string; public: object; secret?: object }];

/** Of what was found about a model, and decided. */
export const writtenEvaluationLines: WrittenLine[] = [
  [
    "an original evaluation",
    {
      kind: "evaluation",
      public: { submission: id, role: "original", results: [{ ...counts, device: "cpu" }] },
    },
  ],
  [
    "an evaluation on a public new test set",
    {
      kind: "evaluation",
      public: { submission: id, role: "public", results: [{ ...counts, device: "cpu" }] },
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
];
