import { expect, test } from "vitest";
import { waysToTry } from "@/workers/sandbox/find-sandbox";

const named = (...given: Parameters<typeof waysToTry>) =>
  waysToTry(...given).map(({ kind, user, filtered }) => `${kind} ${user}${filtered ? " filtered" : ""}`);

test("a user tries bubblewrap, then namespaces, then Landlock, and only then does without the filter", () => {
  expect(named("auto", false)).toEqual([
    "bwrap own filtered",
    "unshare own filtered",
    "landlock own filtered",
    "bwrap own",
    "unshare own",
  ]);
});

test("root runs a model as somebody else if anything allows that", () => {
  expect(named("auto", true).slice(0, 5)).toEqual([
    "unshare other filtered",
    "bwrap own filtered",
    "unshare own filtered",
    "landlock other filtered",
    "landlock own filtered",
  ]);
});

test("nothing runs unconfined unless that is asked for by name", () => {
  for (const isRoot of [true, false]) {
    expect(named("auto", isRoot).filter((way) => way.startsWith("none"))).toEqual([]);
    expect(named("none", isRoot)).toEqual(["none own"]);
  }
});
