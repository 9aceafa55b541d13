import { expect, test } from "vitest";
import { replay } from "@/server/cli/commands/replay";
import { ladderTraces, whyNoTraces } from "../release/ladder-traces";

const fixed = '{"kind":"fixed-step-ladder","eta":"0.01"}';

async function run(argv: string[], lines: unknown[]) {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const written = { out: "", err: "" };
  const code = await replay(argv, {
    stdin: (async function* () {
      // Cut in the middle of a line, as a pipe would.
      yield Buffer.from(text.slice(0, text.length >> 1));
      yield text.slice(text.length >> 1);
    })(),
    stdout: (part) => {
      written.out += part;
    },
    stderr: (part) => {
      written.err += part;
    },
  });
  const results = written.out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code, results, error: written.err };
}

const row = (submission: number, fields: object) => ({
  team: "a",
  submission: String(submission),
  ...fields,
});

test("every fixed-step trace is reproduced", async (context) => {
  if (!ladderTraces) return context.skip(whyNoTraces);
  for (const { name, n, eta, steps } of ladderTraces.fixed) {
    const policy = JSON.stringify({ kind: "fixed-step-ladder", eta });
    const { results, code } = await run(
      ["--policy", policy],
      steps.map(({ errors }, i) => row(i, { errors, total: n })),
    );
    expect(code, name).toBe(0);
    expect(
      results.map(({ decision, rung }) => [decision, rung.loss, rung.accuracy]),
      name,
    ).toEqual(
      steps.map(({ released, R, shown_accuracy }) => [released ? "climbed" : "held", R, shown_accuracy]),
    );
  }
});

test("every parameter-free trace is reproduced", async (context) => {
  if (!ladderTraces) return context.skip(whyNoTraces);
  for (const { name, steps } of ladderTraces.parameter_free) {
    const { results } = await run(
      ["--policy", '{"kind":"parameter-free-ladder"}'],
      steps.map(({ loss }, i) => row(i, { wrong: loss })),
    );
    expect(
      results.map(({ decision, rung }) => [decision, rung.loss]),
      name,
    ).toEqual(steps.map(({ released, R }) => [released ? "climbed" : "held", R]));
  }
});

test("every gated trace is reproduced, noise and the limit on climbs included", async (context) => {
  if (!ladderTraces) return context.skip(whyNoTraces);
  for (const { name, eta, c, climbs, steps } of ladderTraces.gated) {
    const { results } = await run(
      ["--policy", JSON.stringify({ kind: "gated-ladder", eta, c, climbs })],
      steps.map(({ wrong, noise }, i) => row(i, { wrong, noise })),
    );
    expect(
      results.map(({ decision, rung, closed }) => ({ decision, loss: rung.loss, closed })),
      name,
    ).toEqual(steps.map(({ decision, loss, closed }) => ({ decision, loss, closed })));
  }
});

test("noise moves the gate too where the policy says so", async () => {
  // d = 2 of D = 2 is held by an exact gate of 3 whatever the noise, and put over a noisy one by 3 images of it.
  const lines = [row(1, { wrong: "1111000000" }), row(2, { wrong: "0011000000", noise: 3 })];
  const decide = async (gate: object) => {
    const policy = { kind: "gated-ladder", eta: "0.01", c: 3, noise: "1", ...gate };
    return (await run(["--policy", JSON.stringify(policy)], lines)).results[1].decision;
  };
  expect(await decide({})).toBe("held");
  expect(await decide({ noisyGate: true })).toBe("climbed");
});

test("a team's ladder does not feel another team's climbs", async () => {
  const { results } = await run(
    ["--policy", fixed],
    [
      { team: "a", submission: "1", errors: 20, total: 100 },
      { team: "b", submission: "2", errors: 30, total: 100 },
    ],
  );
  expect(results).toEqual([
    { team: "a", submission: "1", decision: "climbed", closed: false, rung: { loss: "1/5", accuracy: 0.8 } },
    { team: "b", submission: "2", decision: "climbed", closed: false, rung: { loss: "3/10", accuracy: 0.7 } },
  ]);
});

test("with global scope all teams step one ladder", async () => {
  const { results } = await run(
    ["--policy", fixed, "--scope", "global"],
    [
      { team: "a", submission: "1", errors: 20, total: 100 },
      { team: "b", submission: "2", errors: 30, total: 100 },
      { team: "b", submission: "3", errors: 18, total: 100 },
    ],
  );
  expect(results.map(({ decision, rung }) => [decision, rung.loss])).toEqual([
    ["climbed", "1/5"],
    ["held", "1/5"],
    ["climbed", "9/50"],
  ]);
});

test("a submission without an error has the loss 0/1", async () => {
  const { results } = await run(["--policy", '{"kind":"exact"}'], [row(1, { errors: 0, total: 7 })]);
  expect(results[0].rung).toEqual({ loss: "0/1", accuracy: 1 });
});

test.each([
  ["not JSON", "{"],
  ["more errors than images", row(2, { errors: 101, total: 100 })],
  ["another number of images on the same ladder", row(2, { errors: 10, total: 99 })],
  ["a vector that is not of 0 and 1", row(2, { wrong: "01x" })],
  ["neither a vector nor a count", row(2, {})],
  ["noise that is no whole number", row(2, { errors: 1, total: 100, noise: 0.5 })],
])("a line with %s stops the replay there and names the line", async (_, bad) => {
  const good = row(1, { errors: 20, total: 100 });
  const { code, results, error } = await run(["--policy", fixed], [good, bad, good]);
  expect(code).toBe(1);
  expect(results).toHaveLength(1);
  expect(error).toMatch(/^error: line 2: /);
});

test("a line may ask for whole steps, and nothing less is taken", async () => {
  const policy = '{"kind":"gated-ladder","eta":"0.1","c":1}';
  const lines = [row(1, { wrong: "1111100000" }), row(2, { wrong: "1100000000", atLeast: 3 })];
  const held = await run(["--policy", policy], lines);
  expect(held.results.map(({ decision }) => decision)).toEqual(["climbed", "held"]);
  const climbed = await run(["--policy", policy], [lines[0], row(2, { wrong: "1000000000", atLeast: 3 })]);
  expect(climbed.results.map(({ decision }) => decision)).toEqual(["climbed", "climbed"]);
  const refused = await run(["--policy", policy], [row(1, { wrong: "10", atLeast: 0 })]);
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining("whole number of steps") });
});

test("the gated ladder refuses lines that only count", async () => {
  const { code, error } = await run(
    ["--policy", '{"kind":"gated-ladder","eta":"0.01","c":3}'],
    [row(1, { errors: 20, total: 100 })],
  );
  expect(code).toBe(1);
  expect(error).toContain("which images are wrong");
});

test("a refused policy ends with 1, bad usage with 2", async () => {
  expect((await run(["--policy", '{"kind":"fixed-step-ladder","eta":"0"}'], [])).code).toBe(1);
  expect((await run([], [])).code).toBe(2);
  expect((await run(["--policy", fixed, "--scope", "planet"], [])).code).toBe(2);
  expect((await run(["--policy", fixed, "--speed", "9"], [])).code).toBe(2);
});
