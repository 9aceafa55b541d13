import type { benchmarks } from "../../db/schema";
import type { Context } from "../context";
import { RungError } from "../errors";
import { roundingGrid } from "../release/rounding-grid";
import { analysePoints } from "./analyse-points";
import { sortRows } from "./arrange-rows";
import { type BenchmarkFacts, benchmarkFacts } from "./benchmark-facts";
import { cacheByRevision } from "./cache-by-revision";
import { findLeaders } from "./find-leaders";
import { loadPoints, type Point } from "./load-points";
import type { PlacedSet } from "./load-table-sets";
import { plotPoints } from "./plot-points";
import type { Leaders, PlotPoint } from "./schemas/figure-schema";
import type { LeaderboardQuery } from "./schemas/leaderboard-query";
import type { LeaderboardRow } from "./schemas/leaderboard-schema";

/** A whole table: one new test set and metric, judged on the benchmark's scale. */
export interface Table {
  points: Point[];
  rows: LeaderboardRow[];
  byId: ReadonlyMap<string, LeaderboardRow>;
  plot: PlotPoint[];
  kinds: Pick<PlotPoint, "kind" | "held" | "mark">[];
  leaders: Leaders | null;
  /** Citations of the reference results. */
  sources: string[];
  sorted: (by: Pick<LeaderboardQuery, "sort" | "descending">) => readonly LeaderboardRow[];
}

export interface OpenTable {
  facts: BenchmarkFacts;
  /** The new test set; null if the benchmark has none. */
  set: PlacedSet | null;
  table: Table;
}

/** The most rows cached in this process, about a kilobyte each. */
const mostRows = 100_000;
const cachedPoints = cacheByRevision<Point[]>({ most: mostRows, weigh: (points) => points.length });
const cachedTables = cacheByRevision<Table>({ most: mostRows, weigh: (table) => table.rows.length });

/**
 * A benchmark's table for a test set (by default the primary hidden one, else the first hidden or other one) and metric, from
 * memory if nothing has changed.
 * @throws RungError `not_found` for a test set that the benchmark does not compare
 */
export async function openTable({
  ctx,
  benchmark,
  input,
}: {
  ctx: Context;
  benchmark: typeof benchmarks.$inferSelect;
  input: Pick<LeaderboardQuery, "testSet" | "metric">;
}): Promise<OpenTable> {
  const facts = await benchmarkFacts(ctx, benchmark);
  const { original, others } = facts;
  const set = chosenSet(others, input.testSet);
  const { metric } = input;
  const key = `${benchmark.id} ${set?.id} ${metric}`;
  const table = await cachedTables(key, benchmark.revision, async () => {
    const points = await cachedPoints(key, benchmark.revision, () =>
      loadPoints(ctx.db, { benchmarkId: benchmark.id, original, new: set, metric }),
    );
    const grid = set?.policy ? roundingGrid(set.policy) : "exact";
    const rows = analysePoints({ points, scale: benchmark.judgedScale, grid });
    return tableOf(points, rows);
  });
  return { facts, set, table };
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
    leaders: findLeaders(rows),
    sources: [...new Set(rows.flatMap(({ source }) => source ?? []))],
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
    return (
      others.find((set) => set.primary) ?? others.find((set) => set.role === "hidden") ?? others[0] ?? null
    );
  }
  const found = others.find((set) => set.name === name);
  if (found) return found;
  throw new RungError(
    "not_found",
    `This benchmark has no test set "${name}" to compare with its original one.`,
    others.length > 0 ? `It has: ${others.map((set) => set.name).join(", ")}.` : "It has no other test set.",
  );
}
