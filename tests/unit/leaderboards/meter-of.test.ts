import { expect, test } from "vitest";
import { meterOf, type Released } from "@/server/leaderboards/meter-of";

const pool = {
  name: "New",
  policy: { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 6, noise: "1" } as const,
  firstReleaseBudget: 100,
};
const primary = { id: "new", images: 10_000 };

let minted = 0;
const released = (teamId: string, accuracy: number, changes: Partial<Released> = {}): Released => {
  minted += 1;
  return {
    submissionId: `s${minted}`,
    teamId,
    testSetId: "new",
    metric: "top1",
    accuracy,
    total: 10_000,
    ...changes,
  };
};
const log2Choose = (n: number, k: number) =>
  Array.from({ length: k }, (_, i) => Math.log2((n - i) / (i + 1))).reduce((sum, bits) => sum + bits, 0);

test("nothing scored has given nothing away", () => {
  const meter = meterOf({ pool, primary, scored: 0, records: 0, released: [] });
  expect(meter).toMatchObject({ scored: 0, climbs: 0, firstReleases: 0, bits: 0, ceiling: 0 });
});

test("the bits are guard.md's: which climbed, and each number among those possible then", () => {
  // A first release is one of 101 losses; after a rung of 0.3 a climb is one of the 31 losses from 0 to 0.3.
  const scores = [released("a", 0.7), released("a", 0.75)];
  const { bits, ceiling } = meterOf({ pool, primary, scored: 5, records: 0, released: scores });
  const whichWereRecords = Math.log2(2 + 1);
  const expected = log2Choose(5, 2) + Math.log2(6) + Math.log2(101) + Math.log2(31) + whichWereRecords;
  expect(bits).toBeCloseTo(expected, 10);
  expect(ceiling).toBeCloseTo(Math.sqrt((expected * Math.LN2) / 20_000), 10);
});

test("every rounded number of a climb counts, and all of them are one climb", () => {
  const submissionId = "one";
  const scores = [
    released("a", 0.7, { submissionId }),
    released("a", 0.9, { submissionId, metric: "top5" }),
    released("a", 0.8, { submissionId, testSetId: "another" }),
  ];
  const meter = meterOf({ pool, primary, scored: 1, records: 0, released: scores });
  expect(meter).toMatchObject({ climbs: 1, firstReleases: 1 });
  expect(meter.bits).toBeCloseTo(Math.log2(2) + 3 * Math.log2(101) + Math.log2(2), 10);
});

test("each team's first release counts once", () => {
  const scores = [released("a", 0.7), released("b", 0.6), released("a", 0.8)];
  expect(meterOf({ pool, primary, scored: 3, records: 1, released: scores })).toMatchObject({
    firstReleases: 2,
    climbs: 3,
    records: 1,
  });
});
