import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { interval } from "@/server/cli/commands/interval";

async function run(argv: string[], input: string) {
  let [stdout, stderr] = ["", ""];
  const code = await interval(argv, {
    stdin: Readable.from([input]),
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  const lines = stdout.split("\n").filter(Boolean);
  return { code, lines: lines.map((line) => JSON.parse(line)), stderr };
}

test("an interval a line, in order, at the level asked for or the line's own", async () => {
  const { code, lines, stderr } = await run(
    ["--level", "0.9"],
    '{"correct":5,"total":10}\n{"correct":5,"total":10,"level":0.95}\n',
  );
  // scipy.stats.beta.ppf (scipy 1.17).
  expect(lines[0].lower).toBeCloseTo(0.22244110100812578, 12);
  expect(lines[1].lower).toBeCloseTo(0.18708602844739852, 12);
  expect(lines[1].upper).toBeCloseTo(0.8129139715526015, 12);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test.each([
  "not json",
  "[]",
  "7",
  '{"correct":1}',
  '{"correct":"1","total":2}',
  '{"correct":3,"total":2}',
  '{"correct":-1,"total":2}',
  '{"correct":0.5,"total":2}',
  '{"correct":0,"total":0}',
  '{"correct":1,"total":2,"level":95}',
])("the bad line %s is answered in its place and ends with 1", async (bad) => {
  const { code, lines, stderr } = await run([], `{"correct":1,"total":2}\n${bad}\n{"correct":1,"total":2}`);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toEqual({ error: expect.any(String) });
  expect(lines[2]).toEqual(lines[0]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: /);
});

test.each([["--level", "95"], ["--level", "x"], ["--nonsense"], ["stray"]])(
  "%s %s is a usage error",
  async (...argv) => {
    const { code, lines, stderr } = await run(argv.filter(Boolean), '{"correct":1,"total":2}\n');
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(stderr).toMatch(/^error: .*\nusage: /);
  },
);

test("no line in, no line out", async () => {
  expect(await run([], "")).toEqual({ code: 0, lines: [], stderr: "" });
});
