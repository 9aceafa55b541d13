import { afterAll, beforeAll, expect, test } from "vitest";
import type { RepeatOutcome } from "@/server/release/repeat-outcome";
import { type Base, epoch, makeBase } from "./base";
import { differences } from "./differences";
import type { HiddenRun } from "./hidden-run";
import { type Interference, playWorld } from "./play-world";
import type { World } from "./worker-of-world";

const patient = 300_000;

let base: Base;
beforeAll(async () => {
  base = await makeBase();
}, patient);
afterAll(() => base.drop());

type RepeatedPart = RepeatOutcome["parts"][number];

const ada2 = (seen: ReadonlyMap<string, string>, at: string) =>
  JSON.parse(seen.get(`${at} | ada: /api/v1/submissions/${base.ids["ada-2"]} body`)!);

/** Ada's second waits for her after its original part, and she spends it a while later. */
const asked: Interference = {
  async begin({ sql, clock, ctx }: World) {
    await sql`update submissions set asks = true where id = ${base.ids["ada-2"]}`;
    const { goOnSubmission } = await import("@/server/submissions/spending/go-on-submission");
    const { viewer } = base.people.ada;
    clock.run(async () => {
      await clock.sleepUntil(epoch.getTime() + 30_000);
      await goOnSubmission({ ctx: { ...ctx, viewer }, input: { id: base.ids["ada-2"] } });
    });
  },
};

test(
  "of two submissions that waited for their team nobody can tell which, from the moment they were spent",
  async () => {
    const first = await playWorld(base, { "ada-2": { wrong: 300, took: 0.05 } }, asked);
    expect(ada2(first, "at the end")).toMatchObject({ decision: "held", spentAt: expect.any(String) });
    const other = { wrong: 309, from: 20, instead: 2, took: 1, audit: 190, other: 7 };
    expect(differences(first, await playWorld(base, { "ada-2": other }, asked))).toEqual([]);
  },
  patient,
);

/** A worker was lost with Ada's second, and its decision is voided. */
const voided: Interference = {
  async whenReleased({ ctx }: World) {
    const { voidDecision } = await import("@/server/submissions/acts/void-decision");
    const input = { id: base.ids["ada-2"], reason: "A worker was lost.", by: null };
    await voidDecision({ ctx, input });
  },
};

test(
  "of two voided climbs that had come to the same rounding nobody can tell which, then or when the ladder steps again",
  async () => {
    const first = await playWorld(base, { "ada-2": { wrong: 188, took: 0.05, lostAt: 0.15 } }, voided);
    expect(ada2(first, "when it was released")).toMatchObject({ decision: "climbed" });
    expect(ada2(first, "at the end")).toMatchObject({ state: "voided", decision: null });
    const other = { wrong: 171, from: 250, instead: 4, took: 0.9, lostAt: 0.15 };
    expect(differences(first, await playWorld(base, { "ada-2": other }, voided))).toEqual([]);
  },
  patient,
);

/** The hidden evaluation of Ada's second is repeated, and the model then does as told: what came of it goes into `found`. */
function repeated(now: HiddenRun, found: unknown[]): Interference {
  return {
    async whenReleased({ told }: World) {
      const { openContext } = await import("@/server/api/context");
      const { requestRepeat } = await import("@/server/submissions/acts/request-repeat");
      const ctx = { ...(await openContext()), viewer: null };
      told["ada-2"] = now;
      await requestRepeat({ ctx, input: { id: base.ids["ada-2"] } });
    },
    atEnd: {
      after: 60_000,
      async act({ sql }: World) {
        const rows = await sql`select outcome->'parts' as parts from guarded.repeats`;
        found.push(...rows.map(({ parts }) => parts.map((part: RepeatedPart) => part.judgedOtherwise)));
      },
    },
  };
}

test(
  "of a repeat nobody outside can tell whether it agreed, nor when the model was done",
  async () => {
    const then = { wrong: 300, took: 0.5 };
    const [agreed, differed]: unknown[][] = [[], []];
    const first = await playWorld(base, { "ada-2": then }, repeated({ ...then, took: 0.02 }, agreed!));
    expect(agreed).toEqual([[0, 0, 0]]);
    expect(first.get("at the end | public fields of the log")).toMatch(/stage.{5}done/);
    const other = { wrong: 200, from: 150, instead: 3, took: 0.9, audit: 90, other: 140 };
    expect(differences(first, await playWorld(base, { "ada-2": then }, repeated(other, differed!)))).toEqual(
      [],
    );
    expect(differed).toEqual([[200, 50, 40]]);
  },
  patient,
);
