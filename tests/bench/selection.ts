import { defaultPolicy } from "@/server/release/default-policy";
import { releaseUnder } from "@/server/release/released-score";
import { standardNormals } from "@/server/statistics/images/standard-normals";
import { seededRandom } from "@/server/statistics/seeded-random";

/** Share of images on which two of a team's models differ: real neighbours among the paper's 64 do on 16 %. */
const differing = 0.16;

/** How often the interval shown covers the true accuracy of the model that stands on the rung, over all teams and over leaders. */
export type Coverage = { teams: number; leaders: number };

/**
 * Teams submit `attempts` models each to the default policy for `images` images, all of a team truly as accurate as each other, so
 * that every climb after the first is luck: what selection does to the intervals shown. The leader is the highest released of a
 * board.
 * @param spread standard deviation of the teams' true accuracies about 0.7, a fraction
 */
export function selectionCoverage(given: {
  images: number;
  attempts: number;
  boards: number;
  teamsOnBoard: number;
  spread?: number;
  seed?: number;
}): Coverage {
  const { images, attempts, boards, teamsOnBoard, spread = 0, seed = 1 } = given;
  const talent = new Float64Array(teamsOnBoard);
  const fill = standardNormals(seededRandom(seed));
  let [covered, leadersCovered] = [0, 0];
  for (let board = 0; board < boards; board++) {
    fill(talent);
    const rungs = Array.from(talent, (above) => playTeam(images, attempts, 0.7 + spread * above, fill));
    covered += rungs.filter(({ isCovered }) => isCovered).length;
    const leader = rungs.reduce((best, rung) => (rung.released > best.released ? rung : best));
    if (leader.isCovered) leadersCovered += 1;
  }
  return { teams: covered / (boards * teamsOnBoard), leaders: leadersCovered / boards };
}

function playTeam(images: number, attempts: number, accuracy: number, fill: (out: Float64Array) => void) {
  const { policy } = defaultPolicy(images);
  if (policy.kind !== "gated-ladder") throw new Error("the default policy is a gated ladder");
  const eta = Number(policy.eta);
  const noise = Number(policy.noise ?? 0) * eta * images;
  const variance = images * accuracy * (1 - accuracy);
  // Counts of models that differ on `differing` of the images have this correlation.
  const correlation = 1 - (differing * images) / (2 * variance);
  const own = Math.sqrt(1 - correlation ** 2);
  const normals = new Float64Array(2 * attempts);
  fill(normals);
  let best = Math.sqrt(variance) * normals[0]!;
  let climbs = 1;
  for (let attempt = 1; attempt < attempts && climbs < (policy.climbs ?? Infinity); attempt++) {
    const next = correlation * best + own * Math.sqrt(variance) * normals[attempt]!;
    const gain = next - best;
    const seen = gain + noise * normals[attempts + attempt]!;
    const gate = policy.c * Math.sqrt(differing * images);
    if (gain > 0 && seen > eta * images && seen > gate) {
      best = next;
      climbs += 1;
    }
  }
  const correct = Math.round(Math.min(images, Math.max(0, images * accuracy + best)));
  const released = releaseUnder({ policy, correct, total: images });
  const { lower, upper } = released.interval!;
  return { released: released.accuracy!, isCovered: lower <= accuracy && accuracy <= upper };
}
