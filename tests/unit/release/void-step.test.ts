import { expect, test } from "vitest";
import { machineEvidence } from "@/server/release/machine-evidence";
import { voidStep } from "@/server/release/void-step";

const policy = { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 3 } as const;
const at = (numerator: string) => ({ numerator, denominator: "100" });
const state = { rung: at("20"), climbs: 3, closed: true };

test.each([
  ["a hold changes nothing", { decision: "held", back: true }, state],
  [
    "the last climb goes back to the rung before it, and opens a closed ladder",
    { decision: "climbed", back: true },
    { rung: at("25"), climbs: 2, closed: false },
  ],
  [
    "an earlier climb is no longer counted, and the rung stays",
    { decision: "climbed", back: false },
    { rung: at("20"), climbs: 2, closed: false },
  ],
] as const)("of a voided decision %s", (_, given, after) => {
  expect(voidStep({ policy, state, rungBefore: at("25"), ...given })).toEqual(after);
});

const well = { lostWorkers: 0, windowsBeyond: 0, moved: false, unanswered: 0 };

test.each([
  ["a run that went well", {}, []],
  ["images without an answer alone, which a model can make", { unanswered: 50 }, []],
  ["a result that the machine moved, with every image answered", { moved: true }, []],
  ["images without an answer while the machine lacked", { unanswered: 1, moved: true }, ["unanswered"]],
  ["a lost worker", { lostWorkers: 1 }, ["worker-lost"]],
  ["windows beyond what the machine explains", { windowsBeyond: 2 }, ["machine-lacked"]],
])("as evidence against the machine: %s", (_, given, found) => {
  expect(machineEvidence({ ...well, ...given })).toEqual(found);
});
