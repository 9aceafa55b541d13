import type { Policy } from "./policy";
import { parseDecimal, type Rational, rational } from "./rational";

/** The step of a grid, in loss as a fraction; `"exact"` must be stated, so that no policy becomes exact by being forgotten. */
export type RoundingGrid = Rational | "exact";

/** The grid to which a policy rounds released scores. */
export function roundingGrid(policy: Policy): RoundingGrid {
  switch (policy.kind) {
    case "gated-ladder":
    case "fixed-step-ladder":
      return exactDecimal(policy.eta);
    case "rounded":
      return rational(1n, 10n ** BigInt(policy.decimals));
    case "parameter-free-ladder":
    case "exact":
      return "exact";
  }
}

function exactDecimal(text: string): Rational {
  const value = parseDecimal(text);
  if (!value) throw new RangeError(`not a decimal: ${text}`);
  return value;
}
