import { describe, expect } from "vitest";
import { getAuditedSubmission } from "@/server/audit/history/get-audited-submission";
import { verifyLog } from "@/server/audit-log/verify-log";
import { requestRepeat } from "@/server/submissions/acts/request-repeat";
import { voidDecision } from "@/server/submissions/acts/void-decision";
import { claimRepeat } from "@/server/submissions/evaluation/claim-repeat";
import { recordRepeat } from "@/server/submissions/evaluation/record-repeat";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { as } from "../../../factories/as";
import { makeSubmission } from "../../../factories/make-submission";
import { told, type Wrong } from "../evaluate-as-told";
import { submissionTest } from "../submission-test";

const test = submissionTest
  .extend("id", ({ benchmark, submit }) => submit(benchmark, 300))
  .extend(
    "ask",
    ({ maintainer }) =>
      (id: string) =>
        requestRepeat({ ctx: maintainer.acts, input: { id } }),
  )
  /** A worker repeats what was asked for; null: it found the machine too busy. */
  .extend("repeat", ({ site }) => async (submissionId: string, hidden: Wrong | null) => {
    const claim = (await claimRepeat({ ctx: site.worker, input: { submissionId } }))!;
    const { now } = site.clock;
    const found = hidden && {
      outcomes: claim.versions.map(({ version }) => told(version.id, version.images, hidden)),
      startedAt: now,
      machine: { onMs: 10, waitingMs: 0 },
      forfeited: null,
    };
    await recordRepeat({ ctx: site.worker, input: { submissionId, found, at: now } });
  })
  .extend("audited", ({ maintainer }) => (id: string) => {
    return getAuditedSubmission({ ctx: maintainer.reads, input: { id } });
  })
  .extend(
    "verified",
    ({ site }) =>
      () =>
        verifyLog({ ctx: site.owner, input: {} }),
  )
  /** All that a repeat must leave as it is, whoever could see it. */
  .extend("everythingElse", ({ site }) => async () => {
    const tables = ["submissions", "scores", "decision_counts", "first_releases"];
    const guarded = ["evaluations", "decisions", "ladders", "hidden_runs"].map((name) => `guarded.${name}`);
    const read = [...tables, ...guarded].map((name) =>
      site.sql.unsafe(`select t::text from ${name} t order by 1`),
    );
    return Promise.all(read);
  });

describe("a repeat of a hidden evaluation", () => {
  test("is compared image by image, shown to auditors, and changes nothing: no score, ladder, quota or time", async ({
    site,
    viewer,
    benchmark,
    id,
    ask,
    repeat,
    audited,
    view,
    everythingElse,
    verified,
    lines,
  }) => {
    const before = { ...(await everythingElse()), ...(await view(id)) };
    const quota = () => quotaOf({ ctx: as(site, viewer), input: { benchmark: benchmark.slug } });
    const spent = await quota();
    await ask(id);
    expect(await audited(id)).toMatchObject({ repeatWaits: true, repeats: [] });
    await repeat(id, { wrong: 290, from: 20 });
    expect(await audited(id)).toMatchObject({
      repeatWaits: false,
      repeats: [
        {
          sameBits: false,
          parts: [
            { testSet: "New", part: "all", judgedOtherwise: 30, otherwise: 30, top1Then: 700, top1Now: 710 },
          ],
        },
      ],
    });
    expect({ ...(await everythingElse()), ...(await view(id)) }).toEqual(before);
    expect(await quota()).toEqual(spent);
    expect(await verified()).toMatchObject({ ok: true });
    const [asked, done] = await lines("repeat");
    const { by } = asked;
    expect(by).not.toBeNull();
    const { team } = done;
    const told = { kind: "repeat", submission: id, team, by, at: site.clock.now.toISOString() };
    expect([asked, done]).toEqual([
      { ...told, stage: "asked" },
      { ...told, stage: "done" },
    ]);
  });

  test("that differs voids nothing by itself, and hinders no void; one with the same bits does", async ({
    site,
    id,
    ask,
    repeat,
    view,
    verified,
  }) => {
    await site.sql`update guarded.decisions set evidence = '["worker-lost"]'`;
    await ask(id);
    await repeat(id, { wrong: 301 });
    expect((await view(id)).state).toBe("scored");
    const voidIt = () =>
      voidDecision({ ctx: site.worker, input: { id, reason: "A worker was lost.", by: null } });
    await ask(id);
    await repeat(id, { wrong: 300 });
    await expect(voidIt()).rejects.toMatchObject({
      code: "bad_input",
      message: "A repeat with the same bits voids nothing.",
    });
    expect((await view(id)).state).toBe("scored");
    expect(await verified()).toMatchObject({ ok: true });
  });

  test("that was changed in the database is found out, and so is a void for which it was", async ({
    site,
    id,
    ask,
    repeat,
    verified,
  }) => {
    await ask(id);
    await repeat(id, { wrong: 300 });
    const judge = (otherwise: number) =>
      site.sql`update guarded.repeats set outcome = jsonb_set(outcome, '{parts,0,judgedOtherwise}', ${otherwise}::text::jsonb)`;
    await judge(2);
    const found = async (problem: string) =>
      expect(await verified()).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
    await found("the stored repeat is not the one that it tells of");
    await site.sql`update guarded.decisions set evidence = '["worker-lost"]'`;
    await voidDecision({ ctx: site.worker, input: { id, reason: "A worker was lost.", by: null } });
    await judge(0);
    await found("a decision was voided although a repeat had the same bits");
  });

  test("asked for twice runs once, and again when it is asked for afterwards", async ({
    site,
    id,
    ask,
    repeat,
    audited,
    jobs,
  }) => {
    await ask(id);
    await ask(id);
    expect(await jobs("repeat-evaluation")).toEqual([{ id }, { id }]);
    await repeat(id, { wrong: 300 });
    expect(await claimRepeat({ ctx: site.worker, input: { submissionId: id } })).toBeNull();
    await ask(id);
    await repeat(id, { wrong: 300 });
    expect((await audited(id)).repeats.map(({ sameBits }) => sameBits)).toEqual([true, true]);
  });

  test("that the machine was too busy to end is no evidence of anything", async ({
    id,
    ask,
    repeat,
    audited,
    verified,
  }) => {
    await ask(id);
    await repeat(id, null);
    expect((await audited(id)).repeats).toMatchObject([{ parts: [], sameBits: false }]);
    expect(await verified()).toMatchObject({ ok: true });
  });

  test("runs on the versions of then, although a test set has a new one", async ({ site, id, ask }) => {
    await ask(id);
    await site.sql`update test_set_versions set state = 'retired'`;
    const claim = (await claimRepeat({ ctx: site.worker, input: { submissionId: id } }))!;
    expect(claim.versions.map(({ testSet }) => testSet.name)).toEqual(["New"]);
  });

  test("is refused where nothing is decided", async ({ site, benchmark, viewer, ask, jobs }) => {
    const waiting = await makeSubmission(site, { benchmark, viewer });
    await expect(ask(waiting)).rejects.toMatchObject({ code: "too_late" });
    expect(await jobs("repeat-evaluation")).toEqual([]);
  });

  test("can be asked for with the web's rights, which read nothing of what came of it", async ({
    site,
    maintainer,
    id,
    repeat,
  }) => {
    await requestRepeat({ ctx: { ...site.web, viewer: maintainer.acts.viewer }, input: { id } });
    await repeat(id, { wrong: 300 });
    await requestRepeat({ ctx: { ...site.web, viewer: maintainer.acts.viewer }, input: { id } });
    await expect(site.web.db.execute("select * from guarded.repeats")).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });
});
