import { px } from "@/app/_components/plot/svg-node";
import type { BiasPoint } from "@/server/release/attacks/attack";
import type { BiasLayout } from "./bias-layout";

/**
 * The path of a curve, from the bias of nothing submitted, which is none, and of the band one standard deviation to either side; ""
 * where nothing is known yet.
 */
export function curvePaths(bias: readonly BiasPoint[], { x, y }: BiasLayout): { line: string; band: string } {
  if (bias.length === 0) return { line: "", band: "" };
  const known = [{ submissions: 0, mean: 0, sd: 0 }, ...bias];
  const place = (submissions: number, fraction: number) => `${px(x(submissions))} ${px(y(100 * fraction))}`;
  const upper = known.map(({ submissions, mean, sd }) => place(submissions, mean + sd));
  const lower = known.map(({ submissions, mean, sd }) => place(submissions, mean - sd));
  return {
    line: `M${known.map(({ submissions, mean }) => place(submissions, mean)).join("L")}`,
    band: `M${[...upper, ...lower.toReversed()].join("L")}Z`,
  };
}
