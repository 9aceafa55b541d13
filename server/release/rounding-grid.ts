import type { Policy } from "./policy";
import { parseDecimal, type Rational, rational } from "./rational";

/** The grid, in loss as a fraction, that a policy rounds released scores to; null where it releases them exactly. */
export function roundingGrid(policy: Policy): Rational | null {
  switch (policy.kind) {
    case "gated-ladder":
    case "fixed-step-ladder":
      return exactDecimal(policy.eta);
    case "rounded":
      return rational(1n, 10n ** BigInt(policy.decimals));
    default:
      return null;
  }
}

function exactDecimal(text: string): Rational {
  const value = parseDecimal(text);
  if (!value) throw new RangeError(`not a decimal: ${text}`);
  return value;
}
