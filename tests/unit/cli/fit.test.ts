import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { fit } from "@/server/cli/commands/fit";

async function run(argv: string[], input: string) {
  let [stdout, stderr] = ["", ""];
  const code = await fit(argv, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code, found: stdout && JSON.parse(stdout), stderr };
}

// Recht et al. 2019, table 1: seven CIFAR-10 models as printed.
const table1 = `name,original,new
autoaug_pyramid_net,0.984,0.955
shake_shake_64d_cutout,0.971,0.930
wide_resnet,0.959,0.897
resnet_basic_110,0.935,0.852
vgg_15_BN_64,0.930,0.849
cudaconvnet,0.885,0.775
random_features_256k_aug,0.856,0.731
`;

describe("rung fit", () => {
  test("prints scipy's line of table 1 with intervals, band and residuals in fractions", async () => {
    const { code, found, stderr } = await run(["--grid", "0.83,0.98"], table1);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(Object.keys(found)).toEqual([
      "models",
      "slope",
      "intercept",
      "r2",
      "residualSd",
      "slopeInterval",
      "interceptInterval",
      "droppedResamples",
      "band",
      "points",
    ]);
    expect(found.models).toBe(7);
    expect(found.slope).toBeCloseTo(1.733496602241637, 12);
    // The exact bootstrap distribution, by enumeration: 1.587 to 2.054.
    expect(found.slopeInterval.lower).toBeCloseTo(1.587, 2);
    expect(found.slopeInterval.upper).toBeCloseTo(2.054, 2);
    expect(found.band.map(({ x }: { x: number }) => x)).toEqual([0.83, 0.98]);
    expect(found.points[0].name).toBe("autoaug_pyramid_net");
    expect(found.points[0].excluded).toBeNull();
    expect(found.points[0].residual).toBeCloseTo(
      0.955 - (1.733496602241637 * 0.984 - 0.7590568352307817),
      12,
    );
  });

  test("resamples families together where they are declared: copies of a model change no interval", async () => {
    const [head, ...rows] = table1.trim().split("\n");
    const copies = rows.flatMap((row, i) => [`${row},f${i}`, `${row},f${i}`, `${row},f${i}`]);
    const { found } = await run([], `${head},family\n${copies.join("\n")}\n`);
    const alone = (await run([], table1)).found;
    expect(found).toMatchObject({ models: 21, families: 7 });
    expect(found.slopeInterval.lower).toBeCloseTo(alone.slopeInterval.lower, 9);
    expect(found.slopeInterval.upper).toBeCloseTo(alone.slopeInterval.upper, 9);
  });

  test("draws the band at 50 places over the range of the models by default", async () => {
    const { found } = await run(["--resamples", "200", "--seed", "4", "--scale", "probit"], table1);
    expect(found.band).toHaveLength(50);
    expect(found.band[0].x).toBe(0.856);
    expect(found.band[49].x).toBeCloseTo(0.984, 12);
  });

  test("reads quoted names, any order of columns, CRLF and a byte-order mark", async () => {
    const { code, found } = await run(
      [],
      '\uFEFFnew,name,original\r\n0.4,"a, ""b""",0.5\r\n\r\n0.6,c,0.7\r\n',
    );
    expect(code).toBe(0);
    expect(found.points.map(({ name }: { name: string }) => name)).toEqual(['a, "b"', "c"]);
    expect(found.slope).toBeCloseTo(1, 12);
  });

  test("says why there is no line and ends with 0", async () => {
    const alone = await run([], "name,original,new\na,0.5,0.4\n");
    expect(alone).toMatchObject({ code: 0, found: { models: 1, slope: null, reason: "too_few_models" } });
    const same = await run([], "name,original,new\na,0.5,0.4\nb,0.5,0.6\n");
    expect(same).toMatchObject({ code: 0, found: { models: 2, slope: null, reason: "no_spread" } });
  });

  test("names every bad row, prints nothing else and ends with 1", async () => {
    const rows = ["good,0.5,0.4", "percent,56,0.4", "sign,50%,0.4", "nan,NaN,0.4", "short,0.5", ",0.5,0.4"];
    const { code, found, stderr } = await run([], `name,original,new\n${rows.join("\n")}\n`);
    expect({ code, found }).toEqual({ code: 1, found: "" });
    expect(stderr.split("\n").slice(0, 5)).toEqual([
      "error: row 2 (percent): original: percent given where a fraction is expected",
      "error: row 3 (sign): original: percent given where a fraction is expected",
      "error: row 4 (nan): original: a fraction is expected, not a missing number",
      "error: row 5 (short): new is missing",
      "error: row 6 (): name is missing",
    ]);
  });

  test("refuses a table with an unclosed quote, which would swallow the models after it", async () => {
    const table = 'name,original,new\na,0.5,0.4\n"b,0.6,0.5\nc,0.7,0.6\n';
    await expect(run([], table)).rejects.toThrow("begins on line 3 is never closed");
  });

  test("refuses a table without the columns", async () => {
    expect(await run([], "model,x,y\na,0.5,0.4\n")).toMatchObject({ code: 1, found: "" });
    expect(await run([], "")).toMatchObject({ code: 1, found: "" });
  });

  test.each([
    [["--scale", "log"]],
    [["--resamples", "0"]],
    [["--resamples", "1.5"]],
    [["--seed=-1"]],
    [["--level", "95"]],
    [["--grid", "0.5,60"]],
    [["--grid", ""]],
    [["--scale", "logit", "--grid", "1"]],
    [["--unknown"]],
  ])("%j is a usage error", async (argv) => {
    const { code, found, stderr } = await run(argv, table1);
    expect({ code, found }).toEqual({ code: 2, found: "" });
    expect(stderr).toMatch(/^error: .+\nusage: rung fit/);
  });
});
