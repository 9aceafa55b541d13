import type { submissionState, submissions } from "../../../db/schema";
import type { LoggedLine } from "../logged-line";

type State = (typeof submissionState.enumValues)[number];
type Row = typeof submissions.$inferSelect;

/** What the lines of a submission lead its row to be. What they do not tell is undefined. */
export interface ExpectedSubmission {
  /** The last line that told something. */
  line: number;
  /** From one of these the row may be anywhere that no line tells: taken up by a worker, waiting, or ended with nothing decided. */
  states: State[];
  columns: Partial<Row>;
  /** Versions on which scores were told. */
  versionIds: string[];
  explanation: { code?: string; message?: string } | null;
}

/** Takes the lines of one submission in order; null without the line with which it began. */
export function expectedSubmission(lines: readonly LoggedLine[]): ExpectedSubmission | null {
  let now: ExpectedSubmission | null = null;
  for (const logged of lines) now = after(now, logged);
  return now;
}

function after(before: ExpectedSubmission | null, logged: LoggedLine): ExpectedSubmission | null {
  const { line, id, at } = logged;
  if (line.kind === "submission") return begin(line, id, at);
  if (!before) return null;
  const become = (states: State[], columns: Partial<Row> = {}, more: Partial<ExpectedSubmission> = {}) => ({
    ...before,
    ...more,
    line: id,
    states,
    columns: { ...before.columns, ...columns },
  });
  switch (line.kind) {
    case "evaluation": {
      // Public sets that came later change nothing else.
      if (line.public.role === "public") return before;
      const versionIds = [...before.versionIds, ...line.public.results.map(({ version }) => version)];
      if (line.public.role === "reference") return become(["scored"], { endedAt: at }, { versionIds });
      return become(["evaluating", "waiting-for-you", "scored"], { endedAt: at }, { versionIds });
    }
    case "trial": {
      if (!("refused" in line.public))
        return become(["waiting-for-you", "queued", "evaluating"], { endedAt: at });
      return become(["refused"], { endedAt: at }, { explanation: { code: line.public.refused } });
    }
    case "spending":
      return become(["evaluating", "awaiting-approval", "scored"], { spentAt: at, endedAt: undefined });
    case "approval":
      return become(["evaluating", "scored"], { approvedAt: at });
    case "decision": {
      if (line.public.scope !== "team") return before;
      const decision = before.columns.decision === "climbed" ? "climbed" : line.public.decision;
      const named = [line.secret.version, ...(line.public.others ?? []).map(({ version }) => version)];
      const versionIds = [...before.versionIds, ...named];
      return become(["scored"], { decision, endedAt: at }, { versionIds });
    }
    case "failure":
      return become(
        ["failed"],
        { endedAt: at },
        { explanation: { code: line.public.code, message: line.secret.message } },
      );
    case "withdrawal":
    case "lapse":
      return become(["withdrawn"], { endedAt: at }, { explanation: {} });
    case "decline":
      return become(["disqualified"], { endedAt: at }, { explanation: { code: "first_release_declined" } });
    case "disqualification": {
      const ended = line.public.was === "scored" ? {} : { endedAt: at };
      const explanation = { code: "disqualified", message: line.public.reason };
      return become(["disqualified"], ended, { explanation });
    }
    case "reinstatement":
      return become([line.public.state, ...goesOnTo(line.public.state)], {}, { explanation: null });
    case "void":
      return become(
        ["voided"],
        { decision: null },
        { explanation: { code: "voided", message: line.public.reason } },
      );
    case "verification":
      return become(before.states, { verifiedAt: line.public.verified ? at : null });
    default:
      return before;
  }
}

function begin(
  line: Extract<LoggedLine["line"], { kind: "submission" }>,
  id: number,
  at: Date,
): ExpectedSubmission {
  const { public: fields, secret } = line;
  const refused = "refused" in fields ? fields.refused : null;
  return {
    line: id,
    states: refused === null ? ["queued", "evaluating"] : ["refused"],
    versionIds: [],
    explanation: refused === null ? null : { code: refused },
    columns: {
      benchmarkId: fields.benchmark,
      teamId: fields.team,
      kind: "reference" in fields ? "reference" : "entry",
      modelHash: fields.model,
      atLeast: ("atLeast" in fields ? fields.atLeast : undefined) ?? 1,
      reJudgesId: "reJudges" in fields ? fields.reJudges : null,
      submittedAt: at,
      endedAt: at,
      decision: null,
      verifiedAt: null,
      approvedAt: null,
      training: null,
      family: null,
      ...(secret.declared as Partial<Row> | undefined),
    },
  };
}

/** Where a worker, or the check of first releases, takes a submission without a line. */
function goesOnTo(state: State): State[] {
  if (state === "queued") return ["evaluating"];
  return state === "evaluating" ? ["awaiting-approval", "scored"] : [];
}
