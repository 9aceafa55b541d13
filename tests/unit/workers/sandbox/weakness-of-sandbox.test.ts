import { expect, test } from "vitest";
import type { Sandbox } from "@/workers/sandbox/launch";
import { weaknessOfSandbox } from "@/workers/sandbox/weakness-of-sandbox";

const full: Sandbox = { kind: "bwrap", program: "", root: "", filter: "calls.bpf", user: "own" };

test("a sandbox that lacks nothing is not spoken of", () => {
  expect(weaknessOfSandbox(full, false)).toBeNull();
  expect(weaknessOfSandbox({ ...full, kind: "unshare", user: "other" }, true)).toBeNull();
});

test.each([
  [{ filter: null }, false, /no filter of system calls: install Perl/],
  [{ kind: "landlock" }, false, /names and sizes of files/],
  [{}, true, /no limit on processes/],
  [{ kind: "none", filter: null }, true, /nothing confines a model/],
] as const)("%o is warned of in one line that says what to do", (lacks, isRoot, words) => {
  const line = weaknessOfSandbox({ ...full, ...lacks }, isRoot);
  expect(line).toMatch(words);
  expect(line).toMatch(/^[^\n]+SECURITY[.]md says what holds where[.]$/);
});
