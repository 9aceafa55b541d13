import type { FamilySums } from "./family-sums";

/** A least-squares line through the models of families, with its scatter; in the units of the sums. */
export type FamilyLine = {
  models: number;
  families: number;
  slope: number;
  at: (x: number) => number;
  /** The variance of a model's distance from the line, of a family that is none of these, the line's own at x included. */
  varianceAt: (x: number) => number;
  /** Of that variance; not whole: from families - 2, where a family's models lie off the line as one, to about models - 2. */
  degreesOfFreedom: number;
};

type Total = FamilySums & { families: number; meanX: number; meanY: number; sxx: number };

/** Every sum over all families but one. */
function totalWithout(all: readonly FamilySums[], left: number): Total {
  const total = { models: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (let i = 0; i < all.length; i++) {
    if (i === left) continue;
    const family = all[i]!;
    total.models += family.models;
    total.x += family.x;
    total.y += family.y;
    total.xx += family.xx;
    total.xy += family.xy;
    total.yy += family.yy;
  }
  const [meanX, meanY] = [total.x / total.models, total.y / total.models];
  const sxx = total.xx - total.x * meanX;
  return { ...total, families: all.length - (left < 0 ? 0 : 1), meanX, meanY, sxx };
}

/**
 * Fits all families but `left` by least squares, with a random effect of each family in the scatter: a model's distance from the line
 * has the variance between + within, two models of one family share the first. Both are estimated by their moments (Henderson 1953,
 * method 3), from the squares of the residuals and of the families' sums of them; with one model a family the result is that of
 * ordinary least squares, and with all models listed k times, as k of one family, that of the models listed once.
 * @param left the place of the family to leave out; -1 for none
 * @returns null for fewer than three families, or without spread in x
 */
export function familyLine(all: readonly FamilySums[], left = -1): FamilyLine | null {
  const total = totalWithout(all, left);
  const { models, families, meanX, meanY, sxx } = total;
  if (families < 3 || !(sxx > 1e-12 * total.xx)) return null;
  const slope = (total.xy - total.x * meanY) / sxx;
  const syy = total.yy - total.y * meanY;
  const sse = Math.max(0, syy - slope * (total.xy - total.x * meanY));
  // With n_g models, S_g = sum of x - mean and E_g = sum of residuals of a family, summed over families.
  let [squares, nn, ns, ss, nP] = [0, 0, 0, 0, 0];
  for (let i = 0; i < all.length; i++) {
    if (i === left) continue;
    const { models: n, x, y } = all[i]!;
    const s = x - n * meanX;
    squares += (y - n * meanY - slope * s) ** 2;
    nn += n * n;
    ns += n * s;
    ss += s * s;
    nP += n * ((n * n) / models + (s * s) / sxx);
  }
  // tr(ZZ'P) and |Z'(I - P)Z|^2, Z who belongs to which family and P the projection onto lines.
  const trace = nn / models + ss / sxx;
  const norm = nn - 2 * nP + (nn / models) ** 2 + (2 * ns * ns) / (models * sxx) + (ss / sxx) ** 2;
  const { between, within } = momentsOf({
    sse,
    squares,
    free: models - 2,
    shared: models - trace,
    norm,
  });
  return {
    models,
    families,
    slope,
    degreesOfFreedom: satterthwaite({
      between,
      within,
      models,
      families,
      perFamily: (models - nn / models) / (families - 1),
    }),
    at: (x) => meanY + slope * (x - meanX),
    varianceAt(x) {
      const d = (x - meanX) / sxx;
      const leverage = 1 / models + d * (x - meanX);
      const byFamilies = nn / models ** 2 + (2 * d * ns) / models + d * d * ss;
      return between + within + within * leverage + between * byFamilies;
    },
  };
}

/** Solves `sse = within free + between shared` and `squares = within shared + between norm`, neither below zero. */
function momentsOf(given: { sse: number; squares: number; free: number; shared: number; norm: number }) {
  const { sse, squares, free, shared, norm } = given;
  const determinant = free * norm - shared * shared;
  if (determinant <= 1e-9 * free * norm) return { between: 0, within: sse / free };
  const between = (free * squares - shared * sse) / determinant;
  const within = (sse * norm - shared * squares) / determinant;
  if (between <= 0) return { between: 0, within: sse / free };
  return within <= 0 ? { between: sse / shared, within: 0 } : { between, within };
}

/**
 * The degrees of freedom of between + within, a sum of two mean squares: between families / `perFamily`, and the rest within (Satterthwaite
 * 1946; `perFamily` as in an unbalanced analysis of variance).
 */
function satterthwaite(given: {
  between: number;
  within: number;
  models: number;
  families: number;
  perFamily: number;
}): number {
  const { between, within, models, families, perFamily } = given;
  const ofFamilies = between + within / perFamily;
  const rest = within - within / perFamily;
  const spread = ofFamilies ** 2 / (families - 2) + (models > families ? rest ** 2 / (models - families) : 0);
  return spread > 0 ? (between + within) ** 2 / spread : families - 2;
}
