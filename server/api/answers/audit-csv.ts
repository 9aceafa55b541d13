import type { Caller } from "../root";
import type { Cell } from "./csv-line";
import { type Columns, cellsOf } from "./csv-table";
import { type DecisionLine, decisionLines } from "./decision-lines";

type Page<Row> = { rows: Row[]; next: string | null };
type Audit = Caller["audit"];
type RowOf<View extends keyof Audit> = Awaited<ReturnType<Audit[View]>> extends Page<infer Row> ? Row : never;

export interface AuditTable {
  names: string[];
  /** The lines of a page, and where the next page begins. */
  page: (after: string | undefined) => Promise<{ lines: Cell[][]; next: string | null }>;
}

const most = 1000;

export const auditViews = [
  "history",
  "meters",
  "teams",
  "similar",
  "linked-teams",
  "adaptivity",
  "log",
] as const;

/** The maintainers' views as tables for CSV, page by page; fractions and counts as in the JSON. */
export function auditTable(audit: Audit, view: string, query: Record<string, string>): AuditTable | null {
  switch (view) {
    case "history":
      return table(historyColumns, async (after) => {
        const page = await audit.history({ ...query, after, most } as Parameters<Audit["history"]>[0]);
        return { next: page.next, rows: decisionLines(page.rows) };
      });
    case "teams":
      return paged(
        ["team", "used", "usedToday", "lifetime", "climbs", "closed", "rung", "lastDecidedAt"],
        (after) => audit.teams({ pool: query.pool ?? "", after, most }),
      );
    case "similar":
      return table(similarColumns, (after) =>
        audit.similar({
          benchmark: query.benchmark ?? "",
          betweenTeams: query.betweenTeams === "true",
          after,
          most,
        }),
      );
    case "linked-teams":
      return paged(
        ["first", "second", "pairs", "sameModel", "samePredictions", "interleaving", "lastAt"],
        (after) => audit.linkedTeams({ benchmark: query.benchmark ?? "", after, most }),
      );
    case "log":
      return table(logColumns, (after) => audit.log({ ...query, after, most }));
    case "meters":
      return table(meterColumns, async () => ({
        rows: await audit.meters({ benchmark: query.benchmark }),
        next: null,
      }));
    case "adaptivity":
      return table(windowColumns, async () => ({
        rows: (await audit.adaptivity({ pool: query.pool ?? "" }))?.result.windows ?? [],
        next: null,
      }));
    default:
      return null;
  }
}

function table<Row>(
  columns: Columns<Row>,
  load: (after: string | undefined) => Promise<Page<Row>>,
): AuditTable {
  return {
    names: Object.keys(columns),
    page: async (after) => {
      const { rows, next } = await load(after);
      return { lines: rows.map((row) => cellsOf(columns, row)), next };
    },
  };
}

function paged<Name extends string>(
  names: Name[],
  load: (after: string | undefined) => Promise<Page<Record<Name, Cell>>>,
): AuditTable {
  const columns = Object.fromEntries(names.map((name) => [name, (row: Record<Name, Cell>) => row[name]]));
  return table(columns as Columns<Record<Name, Cell>>, load);
}

const historyColumns: Columns<DecisionLine> = {
  submission: ({ submission }) => submission.id,
  benchmark: ({ submission }) => submission.benchmark,
  name: ({ submission }) => submission.name,
  team: ({ submission }) => submission.team,
  user: ({ submission }) => submission.user,
  state: ({ submission }) => submission.state,
  submitted_at: ({ submission }) => submission.submittedAt,
  at_least: ({ submission }) => submission.atLeast,
  pool: ({ decision }) => decision?.pool,
  test_set: ({ decision }) => decision?.testSet,
  scope: ({ decision }) => decision?.scope,
  decision: ({ decision }) => decision?.decision,
  exact_correct: ({ decision }) => decision?.exact?.correct,
  exact_total: ({ decision }) => decision?.exact?.total,
  audit_correct: ({ decision }) => decision?.audit?.correct,
  audit_total: ({ decision }) => decision?.audit?.total,
  unanswered: ({ decision }) => decision?.unanswered,
  windows: ({ submission }) => submission.hiddenRun?.windows,
  windows_beyond: ({ submission }) => submission.hiddenRun?.windowsBeyond,
  forfeited: ({ submission }) => submission.hiddenRun?.forfeited,
  released: ({ decision }) => decision?.released,
  b: ({ decision }) => decision?.b,
  a: ({ decision }) => decision?.a,
  d: ({ decision }) => decision?.d,
  D: ({ decision }) => decision?.D,
  noise: ({ decision }) => decision?.noise,
  threshold: ({ decision }) => decision?.threshold,
  rung_before: ({ decision }) => decision?.rungBefore,
  rung_after: ({ decision }) => decision?.rungAfter,
  climbs: ({ decision }) => decision?.climbs,
  decided_at: ({ decision }) => decision?.decidedAt,
};

const similarColumns: Columns<RowOf<"similar">> = {
  later: (row) => row.later.id,
  later_team: (row) => row.later.team,
  earlier: (row) => row.earlier.id,
  earlier_team: (row) => row.earlier.team,
  test_set: (row) => row.testSet,
  same_model: (row) => row.sameModel,
  same_predictions: (row) => row.samePredictions,
  images: (row) => row.images,
  agreeing: (row) => row.agreeing,
  expected: (row) => row.expected,
  kappa: (row) => row.kappa,
  found_at: (row) => row.at,
};

const logColumns: Columns<RowOf<"log">> = {
  line: (row) => row.id,
  at: (row) => row.at,
  kind: (row) => row.kind,
  fields: (row) => JSON.stringify(row.fields),
  secret: (row) => JSON.stringify(row.secret),
  hash: (row) => row.hash,
};

const meterColumns: Columns<Awaited<ReturnType<Audit["meters"]>>[number]> = {
  benchmark: (row) => row.benchmark,
  pool: (row) => row.pool,
  images: (row) => row.images,
  decided: (row) => row.decided,
  climbs: (row) => row.climbs,
  first_releases: (row) => row.firstReleases,
  first_release_budget: (row) => row.firstReleaseBudget,
  unvouched: (row) => row.unvouched,
  unvouched_bias: (row) => row.unvouchedBias,
  team_bias: (row) => row.teamBias,
  waiting: (row) => row.waiting,
  refusals_7_days: (row) => row.refusals,
  late: (row) => row.late,
  bits: (row) => row.bits,
  ceiling_theorem: (row) => row.ceiling,
  best_simulated_attack: (row) => row.simulated,
};

const windowColumns: Columns<
  NonNullable<Awaited<ReturnType<Audit["adaptivity"]>>>["result"]["windows"][number]
> = {
  from: (row) => row.from,
  to: (row) => row.to,
  submissions: (row) => row.submissions,
  sampled: (row) => row.sampled,
  difference: (row) => row.difference,
  lower: (row) => row.lower,
  upper: (row) => row.upper,
};
