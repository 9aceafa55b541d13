import { expect } from "vitest";
import { joinLadders } from "@/server/submissions/release/join-ladders";
import { mergeTest as test } from "../../teams/merge-test";

test("the next submission is compared with the higher rung's model, joined before the step if it was not yet", async ({
  site,
  benchmark,
  ada,
  bob,
  submit,
  merge,
  verified,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 240, from: 500 });
  await merge("bob", "ada");
  const { id, decision } = await submit(benchmark, ada, { wrong: 180, from: 500 });
  expect(decision).toBe("climbed");
  const [made] =
    await site.sql`select trace, before, after from guarded.decisions where submission_id = ${id} and scope = 'team'`;
  expect(made).toMatchObject({ trace: { d: 60, D: 60 }, before: { climbs: 2 }, after: { climbs: 3 } });
  expect(await verified()).toMatchObject({ ok: true });
});

test("teams merged one into the next have one ladder, whatever was joined meanwhile", async ({
  site,
  benchmark,
  ada,
  bob,
  eve,
  submit,
  merge,
  teamLadders,
  verified,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 200 });
  await merge("ada", "bob");
  site.wait(1);
  await merge("bob", "eve");
  expect((await submit(benchmark, eve, { wrong: 100 })).decision).toBe("climbed");
  const climbed = { rung: { numerator: "1", denominator: "10" }, climbs: 3, closed: true };
  expect(await teamLadders()).toEqual([{ team_id: eve.teamId, state: climbed }]);
  expect(await verified()).toMatchObject({ ok: true });
});

test("ladders are joined in the order of the log, though a clock may not tell two merges apart", async ({
  benchmark,
  ada,
  bob,
  eve,
  submit,
  merge,
  verified,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 300, from: 500 });
  const [first, second] = ada.teamId > bob.teamId ? ["ada", "bob"] : ["bob", "ada"];
  await merge(first!, "eve");
  await merge(second!, "eve");
  // Better than the first one's model by 30 images, and hardly like the second one's.
  const from = first === "ada" ? 0 : 500;
  expect((await submit(benchmark, eve, { wrong: 270, from })).decision).toBe("climbed");
  expect(await verified()).toMatchObject({ ok: true });
});

test("a job for a team that was merged itself meanwhile joins the ladders to the team it is now", async ({
  site,
  benchmark,
  ada,
  bob,
  eve,
  submit,
  merge,
  teamLadders,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 200 });
  await merge("ada", "bob");
  await merge("bob", "eve");
  await joinLadders({ ctx: site.worker, input: { teamId: bob.teamId } });
  const ladders = await teamLadders();
  expect(ladders).toEqual([{ team_id: eve.teamId, state: expect.objectContaining({ climbs: 2 }) }]);
});
