import { expect, test } from "vitest";
import { fitReadout } from "@/server/shapes/fit-readout";

test("the readout is the ridge solution that numpy.linalg.solve gives", () => {
  const rows = Array.from({ length: 30 }, (_, i) =>
    Float64Array.from({ length: 4 }, (_, j) => ((i * 7 + j * j * 3 + i * j) % 11) / 11),
  );
  const { weights, bias } = fitReadout({
    features: 4,
    featuresOf: (image) => rows[image]!,
    labels: Uint16Array.from(rows, (_, i) => (i * i + Math.floor(i / 3)) % 3),
    classes: 3,
    ridge: 0.05,
  });
  const expectedWeights = [
    [-0.10020869311052673, 0.16742525440251463, -0.08920666111584469, 0.12630195207889475],
    [0.008890341606697716, -0.08502963365251061, 0.20036921754206424, 0.36629276980986214],
    [0.09131835150382904, -0.08239562075000381, -0.11116255642621937, -0.49259472188875697],
  ].flat();
  for (const [i, expected] of expectedWeights.entries()) expect(weights[i]).toBeCloseTo(expected, 10);
  for (const [c, expected] of [0.28932992883285225, 0.15005012729114012, 0.5606199438760074].entries())
    expect(bias[c]).toBeCloseTo(expected, 10);
});
