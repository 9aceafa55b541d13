import { expect, test } from "vitest";
import { attack } from "@/server/cli/commands/attack";
import { UsageError } from "@/server/cli/usage-error";

async function run(...argv: string[]) {
  const written = { out: "", err: "" };
  const code = await attack(argv, {
    stdin: (async function* () {})(),
    stdout: (text) => {
      written.out += text;
    },
    stderr: (text) => {
      written.err += text;
    },
  });
  return { code, ...written };
}

const shape = ["--images", "200", "--submissions", "30", "--repetitions", "2"];

test.each(["boosting", "climbing", "sandbag", "inference"])(
  "%s prints one object with the curve of its bias",
  async (kind) => {
    for (const policy of [
      '{"kind":"exact"}',
      '{"kind":"rounded","decimals":2}',
      '{"kind":"fixed-step-ladder","eta":"0.01"}',
      '{"kind":"parameter-free-ladder"}',
      '{"kind":"gated-ladder","eta":"0.02","c":3,"climbs":3,"noise":"1"}',
      '{"kind":"gated-ladder","eta":"0.02","c":3,"climbs":3,"noise":"1","noisyGate":true}',
    ]) {
      const { code, out } = await run("--kind", kind, "--policy", policy, "--unsure", "0.5", ...shape);
      expect(code).toBe(0);
      const { bias } = JSON.parse(out);
      expect(bias.map((point: { submissions: number }) => point.submissions)).toEqual([10, 25, 30]);
      for (const { mean, sd } of bias) {
        expect(Math.abs(mean)).toBeLessThan(0.3);
        expect(sd).toBeGreaterThanOrEqual(0);
      }
    }
  },
);

test("the same seed prints the same text", async () => {
  const flags = ["--kind", "boosting", "--policy", '{"kind":"exact"}', "--signed", ...shape];
  expect((await run(...flags)).out).toBe((await run(...flags)).out);
  expect((await run(...flags, "--seed", "2")).out).not.toBe((await run(...flags)).out);
});

test("a refused policy ends with 1 and a sentence", async () => {
  const { code, out, err } = await run(
    "--kind",
    "boosting",
    "--policy",
    '{"kind":"fixed-step-ladder","eta":"1.5"}',
    ...shape,
  );
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err).toMatch(/^error: .*eta/);
});

test("bad flags are usage errors", async () => {
  const exact = ["--policy", '{"kind":"exact"}', ...shape];
  await expect(run("--kind", "guessing", ...exact)).rejects.toThrow(UsageError);
  await expect(run("--kind", "boosting", ...shape)).rejects.toThrow(UsageError);
  await expect(run("--kind", "boosting", ...exact, "--unsure", "1.5")).rejects.toThrow(UsageError);
  await expect(run("--kind", "boosting", ...exact, "--classes", "1")).rejects.toThrow(UsageError);
});
