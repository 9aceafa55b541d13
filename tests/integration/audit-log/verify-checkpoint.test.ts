import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { appendLine } from "@/server/audit-log/append-line";
import type { Checkpoint } from "@/server/audit-log/checkpoint/checkpoint";
import { verifyLog } from "@/server/audit-log/verify-log";
import { seedLog } from "../../bench/seed-log";
import type { Site } from "../../factories/make-site";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { submitAsTold } from "../submissions/submit-as-told";
import { historyTest } from "./history-test";

async function checkpointOf(site: Site): Promise<Checkpoint> {
  const found = await verifyLog({ ctx: site.owner, input: { checkpoint: null } });
  if (!found.ok || !found.checkpoint) throw new Error("the history was honest");
  return found.checkpoint;
}

/** A log long enough for a block of submissions that is not open, and what a verification of it left. */
const test = sharedSiteTest.extend("checkpoint", { scope: "file" }, async ({ site }) => {
  await seedLog(site.sql, 5_000);
  return checkpointOf(site);
});

describe("verifying from a checkpoint", () => {
  test("computes nothing again of what is as it was then, and comes to the same head", async ({
    site,
    checkpoint,
  }) => {
    const whole = await verifyLog({ ctx: site.owner, input: {} });
    const found = await verifyLog({ ctx: site.owner, input: { checkpoint } });
    expect(whole).toMatchObject({ ok: true, looked: { after: 0, blocks: 2, ofBlocks: 2 } });
    expect(found).toMatchObject({
      ok: true,
      head: checkpoint.head,
      looked: { after: checkpoint.lines.at(-1)?.[0], blocks: 0, ofBlocks: 2 },
    });
    expect(found).toMatchObject({ checkpoint });
  });

  const first = "(select id from submissions order by sequence limit 1)";
  const changedByHand: [string, string, string][] = [
    [
      "an early line",
      "update audit.lines set public = replace(public, 'spending', 'spendung') where id = 6",
      "line 6",
    ],
    [
      "a column of an early line",
      `update audit.lines set fields = fields || '{"by":"x"}' where id = 6`,
      "line 6",
    ],
    [
      "an early secret part",
      "update guarded.audit_secrets set secret = secret || ' ' where line_id = 7",
      "line 7",
    ],
    [
      "a score",
      `update scores set accuracy = 0.97 where submission_id = ${first} and kind = 'exact'`,
      "scores.accuracy",
    ],
    ["a mark", `update submissions set verified_at = now() where id = ${first}`, "submissions.verifiedAt"],
    [
      "a decision",
      `update guarded.decisions set trace = trace || '{"noise":7}' where submission_id = ${first}`,
      "line 7: the stored decision",
    ],
    [
      "a bit",
      `update guarded.evaluations set wrong = set_byte(wrong, 0, 255 - get_byte(wrong, 0)) where submission_id = ${first}`,
      "otherwise than its bits",
    ],
    [
      "a ladder",
      `update guarded.ladders set state = state || '{"climbs":1}' where (state->>'climbs')::int > 1`,
      "the stored ladder",
    ],
  ];
  test.for(changedByHand)(
    "finds %s changed by hand since",
    async ([, statement, words], { site, checkpoint }) => {
      const rolledBack = new Error("as it was");
      const verified = site.owner.db.transaction(async (tx) => {
        await tx.execute(sql.raw(statement));
        const found = await verifyLog({ ctx: { db: tx }, input: { checkpoint } });
        expect(found).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
        throw rolledBack;
      });
      await expect(verified).rejects.toBe(rolledBack);
    },
  );

  test("finds a new line that the row of an early submission does not follow", async ({
    site,
    checkpoint,
  }) => {
    const rolledBack = new Error("as it was");
    const verified = site.owner.db.transaction(async (tx) => {
      const [row] = await tx.execute<{ id: string; team: string }>(
        sql`select id, team_id as team from submissions order by sequence limit 1`,
      );
      const line = { submission: row!.id, verified: true, by: row!.team };
      await appendLine(tx, { kind: "verification", at: new Date(), public: line });
      const found = await verifyLog({ ctx: { db: tx }, input: { checkpoint } });
      expect(found).toMatchObject({ problem: expect.stringContaining("submissions.verifiedAt") });
      throw rolledBack;
    });
    await expect(verified).rejects.toBe(rolledBack);
  });

  test("finds a log that was written anew, however well it fits itself", async ({ site, checkpoint }) => {
    const lines: Checkpoint["lines"] = [[7, "0".repeat(64)]];
    const other = { ...checkpoint, lines, head: "1".repeat(64) };
    expect(await verifyLog({ ctx: site.owner, input: { checkpoint: other } })).toMatchObject({
      problem: expect.stringContaining("not on the chain"),
    });
  });
});

historyTest(
  "replays new lines on the ladders that a checkpoint left",
  async ({ site, benchmark, viewer, verify }) => {
    const checkpoint = await checkpointOf(site);
    for (const wrong of [140, 60]) await submitAsTold(site, { benchmark, viewer, hidden: { wrong } });
    const found = await verifyLog({ ctx: site.owner, input: { checkpoint } });
    const whole = await verify();
    expect(found).toMatchObject({
      ok: true,
      head: whole.ok && whole.head,
      looked: { after: checkpoint.lines.at(-1)?.[0] },
    });
    await site.sql`update guarded.evaluations set wrong = set_byte(wrong, 0, 0) where top1 = 850 and part <> 'audit'`;
    expect(await verifyLog({ ctx: site.owner, input: { checkpoint } })).toMatchObject({ ok: false });
  },
);
