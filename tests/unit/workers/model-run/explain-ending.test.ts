import { expect, test } from "vitest";
import { explainEnding } from "@/workers/model-run/explain-ending";
import type { Ending } from "@/workers/model-run/model-child";

const circumstances = { where: "on image 17 of 100", memoryBytes: 4 * 2 ** 30, allowedMs: 20_000 };
const exit = (given: Partial<Extract<Ending, { kind: "exit" }>>): Ending => ({
  kind: "exit",
  code: null,
  signal: null,
  said: "",
  ...given,
});

const rows: [name: string, ending: Ending, kind: string, words: RegExp][] = [
  [
    "time used up",
    { kind: "time", of: "step" },
    "time",
    /did not answer within 20 s of processor time on image 17 of 100/,
  ],
  ["sleep", { kind: "asleep" }, "time", /fell asleep on image 17 of 100/],
  ["too much resident memory", { kind: "memory" }, "memory", /its memory limit of 4 GiB on image 17 of 100/],
  [
    "an allocation that the runtime reports",
    exit({ code: 41, said: "Failed to allocate memory for requested buffer of size 50000000000" }),
    "memory",
    /memory limit/,
  ],
  ["a model that cannot be loaded", exit({ code: 40, said: "Unknown operator" }), "load", /cannot load/],
  ["a run that throws", exit({ code: 41, said: "indices out of bounds" }), "run", /stopped with an error/],
  [
    "another output",
    exit({ code: 42, said: "[1, 4] for [1, 3]" }),
    "output",
    /wrong shape .*\[1, 4\] for \[1, 3\]/,
  ],
  ["SIGSEGV seen through a wrapper", exit({ code: 139 }), "crash", /crashed the runtime on image 17/],
  ["SIGFPE", exit({ signal: "SIGFPE" }), "crash", /crashed/],
  ["processor time used up", exit({ signal: "SIGXCPU" }), "time", /CPU time/],
  ["processor time used up, seen through a wrapper", exit({ code: 137 }), "time", /CPU time/],
];

test.each(rows)("%s is explained in words", (_, ending, kind, words) => {
  const failure = explainEnding(ending, circumstances);
  expect(failure.kind).toBe(kind);
  expect(failure.message).toMatch(words);
  expect(failure.hint).not.toBe("");
});

test("control characters of a hostile runtime do not reach the page", () => {
  const failure = explainEnding(exit({ code: 41, said: "a\u001b[31m\nb\u0000".repeat(500) }), circumstances);
  expect(failure.message).toMatch(/^[\x20-\x7e]{1,600}$/);
});
