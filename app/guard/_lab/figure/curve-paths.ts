import { area, line } from "d3-shape";
import type { BiasPoint } from "@/server/release/attacks/attack";
import type { BiasLayout } from "./bias-layout";

/** The paths of a curve, which starts at no bias before anything is submitted, and of the band of one standard deviation around it. */
export function curvePaths(bias: readonly BiasPoint[], { x, y }: BiasLayout): { line: string; band: string } {
  const points = [{ submissions: 0, mean: 0, sd: 0 }, ...bias];
  const curve = line<BiasPoint>()
    .x(({ submissions }) => x(submissions))
    .y(({ mean }) => y(100 * mean))
    .digits(1);
  const band = area<BiasPoint>()
    .x(({ submissions }) => x(submissions))
    .y0(({ mean, sd }) => y(100 * (mean - sd)))
    .y1(({ mean, sd }) => y(100 * (mean + sd)))
    .digits(1);
  return { line: curve(points)!, band: band(points)! };
}
