import { rationalToNumber } from "../release/rational";
import type { RoundingGrid } from "../release/rounding-grid";
import { deltaRanks, type Ranks } from "../statistics/delta-ranks";
import { deviations, type JudgedDeviation } from "../statistics/deviations";
import { rankRanges } from "../statistics/rank-ranges";
import type { ScaleName } from "../statistics/scale";
import type { Point, PointScore } from "./load-points";
import { measurementOf } from "./measurement-of";
import type { LeaderboardRow } from "./schemas/leaderboard-schema";

type Ranked = Point & { original: PointScore; new: PointScore };

type Place = Ranks & { range: [first: number, last: number] };

const isRanked = (point: Point): point is Ranked =>
  point.original !== null && point.new !== null && !point.disqualified;

/**
 * The rows of a leaderboard from its points, in the same order: ranks among those with both scores, rank ranges from the
 * intervals shown, deviations from the line of the reference models (whichever line is drawn), and, for a held entry, the rung
 * that its team stood on.
 * @param grid the grid to which released new scores are rounded
 */
export function analysePoints({
  points,
  scale,
  grid,
}: {
  points: readonly Point[];
  scale: ScaleName;
  grid: RoundingGrid;
}): LeaderboardRow[] {
  const ranked = points.filter(isRanked);
  const ranks = new Map(rank(ranked, grid).map((found, i) => [ranked[i]!.id, found]));
  const judged = judge(ranked, scale, grid);
  const rungs = rungsOf(points);
  const isBeyond = beyondFitted(ranked);
  return points.map((point) =>
    rowOf(point, {
      place: ranks.get(point.id),
      judged: judged.get(point.id),
      rung: rungs.get(point.id),
      beyond: isBeyond(point),
    }),
  );
}

/** Field by field: thousands of rows made by spreading objects are slow to read afterwards. */
function rowOf(
  point: Point,
  found: {
    place: Place | undefined;
    judged: JudgedDeviation | undefined;
    rung: number | undefined;
    beyond: boolean;
  },
): LeaderboardRow {
  const { place, judged, rung, beyond } = found;
  return {
    id: point.id,
    kind: point.kind,
    name: point.name,
    team: point.team,
    teamName: point.teamName,
    source: point.source,
    url: point.url,
    year: point.year,
    parameters: point.parameters,
    training: point.training,
    family: point.family,
    verified: point.verified,
    disqualified: point.disqualified,
    held: point.held,
    original: point.original?.shown ?? null,
    new: point.new?.shown ?? point.withheld,
    rung: rung ?? null,
    gap: point.original && point.new ? point.original.accuracy - point.new.accuracy : null,
    originalRank: place?.original ?? null,
    newRank: place?.new ?? null,
    rankRange: place?.range ?? null,
    deltaRank: place?.delta ?? null,
    residual: judged?.deviation?.residual ?? null,
    residualInterval: judged?.deviation?.interval ?? null,
    p: judged?.adjustedP ?? null,
    mark: judged?.mark ?? null,
    beyond,
    notInFit: point.notInFit,
  };
}

const isRounded = ({ shown }: PointScore) => shown.kind === "released";

function rank(ranked: Ranked[], grid: RoundingGrid): Place[] {
  const ranks = deltaRanks(
    ranked.map((point) => ({
      original: countOf(point.original),
      newAccuracy: point.new.accuracy,
      eta: isRounded(point.new) && grid !== "exact" ? grid : undefined,
    })),
  );
  const ranges = rankRanges(ranked.map((point) => intervalOf(point.new)));
  return ranks.map((found, i) => ({ ...found, range: ranges[i]! }));
}

/** A printed accuracy has no count: one in a million is finer than any printed one. */
function countOf({ accuracy, shown: { correct, total } }: PointScore) {
  if (correct !== null && total !== null) return { correct, total };
  return { correct: Math.round(accuracy * 1_000_000), total: 1_000_000 };
}

function intervalOf({ accuracy, shown: { interval } }: PointScore) {
  return interval ?? { lower: accuracy, upper: accuracy };
}

function judge(ranked: Ranked[], scale: ScaleName, grid: RoundingGrid): Map<string, JudgedDeviation> {
  const measured = (point: Ranked) => ({
    id: point.id,
    original: measurementOf(point.original),
    new: measurementOf(point.new),
    step: isRounded(point.new) && grid !== "exact" ? rationalToNumber(grid) : undefined,
  });
  const references = ranked.filter((point) => point.kind === "reference");
  const entries = ranked.filter((point) => point.kind === "entry");
  const found = deviations({
    references: references.map((point) => ({
      ...measured(point),
      inFit: point.notInFit === null,
      family: point.family,
    })),
    entries: entries.map((point) => ({
      ...measured(point),
      team: point.team ?? point.id,
      decidedAt: point.sequence,
    })),
    scale,
  });
  return new Map([...found.references, ...found.entries].map((judgement) => [judgement.id, judgement]));
}

/** Whether a point's original accuracy lies outside those of the models in the fit, where the line is only extended. */
function beyondFitted(ranked: Ranked[]): (point: Point) => boolean {
  const fitted = ranked.filter((point) => point.kind === "reference" && point.notInFit === null);
  const least = fitted.reduce((low, point) => Math.min(low, point.original.accuracy), Infinity);
  const most = fitted.reduce((high, point) => Math.max(high, point.original.accuracy), -Infinity);
  return ({ original }) =>
    original !== null && least <= most && (original.accuracy < least || original.accuracy > most);
}

/** For each held entry its team's rung: the highest climb before it, in the order of submission, merged teams counting as one. */
function rungsOf(points: readonly Point[]): Map<string, number> {
  const current = new Map<string, number>();
  const rungs = new Map<string, number>();
  for (const point of points) {
    if (point.kind !== "entry" || !point.team) continue;
    const rung = current.get(point.team);
    if (point.new) current.set(point.team, Math.max(rung ?? 0, point.new.accuracy));
    else if (point.held && rung !== undefined) rungs.set(point.id, rung);
  }
  return rungs;
}
