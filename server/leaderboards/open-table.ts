import type { benchmarks } from "../../db/schema";
import type { Context } from "../context";
import { RungError } from "../errors";
import { releaseStep } from "../release/release-step";
import { analysePoints } from "./analyse-points";
import { sortRows } from "./arrange-rows";
import { keepByRevision } from "./keep-by-revision";
import { loadPoints, type Point } from "./load-points";
import type { PlacedSet } from "./load-table-sets";
import { plotPoints } from "./plot-points";
import type { PlotPoint } from "./schemas/figure-schema";
import type { LeaderboardQuery } from "./schemas/leaderboard-query";
import type { LeaderboardRow } from "./schemas/leaderboard-schema";
import { type Standing, standingOf } from "./standing-of";

/** A whole table: one new test set and metric, judged in one scale. */
export interface Table {
  points: Point[];
  rows: LeaderboardRow[];
  byId: ReadonlyMap<string, LeaderboardRow>;
  plot: PlotPoint[];
  kinds: Pick<PlotPoint, "kind" | "held" | "mark">[];
  sorted: (by: Pick<LeaderboardQuery, "sort" | "descending">) => readonly LeaderboardRow[];
}

export interface OpenTable {
  standing: Standing;
  /** The new test set; null where the benchmark has none. */
  set: PlacedSet | null;
  table: Table;
}

/** Rows that this process keeps, about a kilobyte each. */
const mostRows = 100_000;
const keptPoints = keepByRevision<Point[]>({ most: mostRows, weigh: (points) => points.length });
const keptTables = keepByRevision<Table>({ most: mostRows, weigh: (table) => table.rows.length });

/**
 * The table of a benchmark for a test set (the primary hidden one, else the first hidden or other one), metric and scale, from
 * memory where nothing has changed since.
 * @throws RungError `not_found` for a test set that the benchmark does not compare
 */
export async function openTable({
  ctx,
  benchmark,
  input,
}: {
  ctx: Context;
  benchmark: typeof benchmarks.$inferSelect;
  input: Pick<LeaderboardQuery, "testSet" | "metric" | "scale">;
}): Promise<OpenTable> {
  const standing = await standingOf(ctx, benchmark);
  const { original, others } = standing;
  const set = chosenSet(others, input.testSet);
  const { metric, scale } = input;
  const key = `${benchmark.id} ${set?.id} ${metric}`;
  const table = await keptTables(`${key} ${scale}`, benchmark.revision, async () => {
    const points = await keptPoints(key, benchmark.revision, () =>
      loadPoints(ctx.db, { benchmarkId: benchmark.id, original, new: set, metric }),
    );
    const rows = analysePoints({ points, scale, step: set?.policy ? releaseStep(set.policy) : null });
    return tableOf(points, rows);
  });
  return { standing, set, table };
}

function tableOf(points: Point[], rows: LeaderboardRow[]): Table {
  const orders = new Map<string, LeaderboardRow[]>();
  const plot = plotPoints(rows);
  return {
    points,
    rows,
    byId: new Map(rows.map((row) => [row.id, row])),
    plot,
    kinds: kindsOf(plot),
    sorted: (by) => {
      const key = `${by.sort} ${by.descending}`;
      const order = orders.get(key) ?? sortRows(rows, by);
      orders.set(key, order);
      return order;
    },
  };
}

function kindsOf(points: readonly PlotPoint[]): Table["kinds"] {
  const kinds = points.map(
    ({ kind, held, mark }) => [`${kind} ${held} ${mark}`, { kind, held, mark }] as const,
  );
  return [...new Map(kinds).values()];
}

function chosenSet(others: readonly PlacedSet[], name: string | undefined): PlacedSet | null {
  if (name === undefined) {
    return others.find((set) => set.primary) ?? others.find((set) => set.hidden) ?? others[0] ?? null;
  }
  const found = others.find((set) => set.name === name);
  if (found) return found;
  throw new RungError(
    "not_found",
    `This benchmark compares no test set "${name}" with its original one.`,
    others.length > 0 ? `It has: ${others.map((set) => set.name).join(", ")}.` : "It has no other test set.",
  );
}
