import { expect } from "vitest";
import { GET as getView } from "@/app/api/v1/audit/[view]/route";
import { GET as getHead } from "@/app/api/v1/audit/head/route";
import { createCaller } from "@/server/api/root";
import { auditorDatabase } from "@/server/web-process/auditor-database";
import { type Benchmark, makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { submitAsTold } from "../submissions/submit-as-told";
import { visitor, withToken } from "./visitor";
import { webTest } from "./web-test";

const test = webTest(({ database }) => ({ AUDIT_DATABASE_URL: database.auditUrl }))
  .extend("maintainer", { scope: "file" }, async ({ site }, { onCleanup }) => {
    onCleanup(() => auditorDatabase().end());
    return site.person("somebody", "maintainer");
  })
  .extend("benchmark", { scope: "file", auto: true }, async ({ site }) => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site, "a-team");
    for (const wrong of [237, 231]) {
      await submitAsTold(site, { benchmark, viewer, name: `=${wrong}`, hidden: { wrong } });
    }
    return benchmark;
  });

const views = ["history", "meters", "teams", "similar", "linked-teams", "adaptivity", "log"] as const;
const queryOf = (view: (typeof views)[number], benchmark: Benchmark) =>
  ({
    teams: `?pool=${benchmark.pool.id}`,
    adaptivity: `?pool=${benchmark.pool.id}`,
    similar: `?benchmark=${benchmark.slug}`,
    "linked-teams": `?benchmark=${benchmark.slug}`,
  })[view as string] ?? "";

test.for(views)(
  "the view %s is a maintainer's, as CSV, and nobody else's",
  async (view, { site, maintainer, benchmark }) => {
    const asked = { params: { view }, path: `/api/v1/audit/${view}${queryOf(view, benchmark)}` };
    const answer = await withToken(maintainer.token)(getView, asked);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/csv");
    // A compressed length would tell whether exact figures are alike to names that submitters chose.
    expect(answer.headers.get("cache-control")).toContain("no-transform");
    expect((await answer.text()).split("\r\n")[0]).toMatch(/^[a-zA-Z_,0-9]+$/);
    const researcher = await site.person(`a-researcher-of-${view}`);
    expect((await withToken(researcher.token)(getView, asked)).status).toBe(403);
    expect((await visitor()(getView, asked)).status).toBe(401);
  },
);

test("the history as CSV tells exact counts, a line a decision, and no formula to a spreadsheet", async ({
  maintainer,
  benchmark,
}) => {
  const answer = await withToken(maintainer.token)(getView, {
    params: { view: "history" },
    path: `/api/v1/audit/history?benchmark=${benchmark.slug}&decision=held`,
  });
  const [names, line] = (await answer.text()).split("\r\n").map((text) => text.split(","));
  const of = (name: string) => line![names!.indexOf(name)];
  expect([of("exact_correct"), of("exact_total"), of("released"), of("d")]).toEqual(["769", "1000", "", "6"]);
  expect(of("name")).toBe("'=231");
});

test("the log as CSV is whole, over several pages", async ({ site, maintainer }) => {
  const at = new Date().toISOString();
  await site.sql`
    select audit.append_line('withdrawal', ${JSON.stringify({ at, kind: "withdrawal" })}, '{}', sha256(''), sha256(''), ${at})
    from generate_series(1, 2100)`;
  const answer = await withToken(maintainer.token)(getView, {
    params: { view: "log" },
    path: "/api/v1/audit/log",
  });
  const lines = (await answer.text()).trim().split("\r\n").slice(1);
  const numbers = lines.map((line) => Number(line.split(",")[0]));
  expect(await site.sql`select count(*)::int n from audit.lines`).toEqual([{ n: numbers.length }]);
  expect(numbers).toEqual([...numbers].sort((x, y) => y - x));
});

test("a view that there is not is not found", async ({ maintainer }) => {
  const answer = await withToken(maintainer.token)(getView, { params: { view: "secrets" }, path: "/" });
  expect(answer.status).toBe(404);
});

test("the published head is everybody's", async () => {
  const answer = await visitor()(getHead);
  expect(await answer.json()).toEqual({
    day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
    line: expect.any(Number),
  });
});

test("an act asked for by a researcher is forbidden, whatever it is", async ({ site }) => {
  const { viewer } = await site.person("another");
  const { admin, audit } = createCaller({ ...site.ctx, viewer, local: false });
  const id = "00000000-0000-4000-8000-000000000000";
  const acts = [
    admin.approve({ ids: [id] }),
    admin.decline({ ids: [id] }),
    admin.vouch({ teams: ["x"], vouched: true, reason: "because" }),
    admin.setVouchRule({ kind: "account-age", value: "365", reason: "because" }),
    admin.endVouchRule({ id }),
    admin.vouchRules(),
    admin.waiting(),
    admin.waitingCount(),
    admin.unvouchedTeams(),
    admin.repeat({ id }),
    admin.void({ id, reason: "because" }),
    admin.verify({ id, verified: true }),
    admin.disqualify({ id, reason: "because" }),
    admin.reJudge({ ids: [id], reason: "because" }),
    admin.retireTestSet({ benchmark: "x", testSet: "x" }),
    admin.activateVersion({ benchmark: "x", testSet: "x", version: 1 }),
    admin.versions(),
    admin.accounts({}),
    audit.submission({ id }),
    audit.verifications(),
    audit.verify(),
    audit.measureAdaptivity({ pool: id }),
  ];
  for (const act of acts) await expect(act).rejects.toMatchObject({ cause: { code: "forbidden" } });
});

test("who begins to read exact scores leaves a line, one a session, which names them in its secret part alone", async ({
  site,
  benchmark,
}) => {
  const reader = await site.person("a-reader", "maintainer");
  const stranger = await site.person("a-stranger");
  const lines = () =>
    site.sql`select l.fields, s.secret from audit.lines l join guarded.audit_secrets s on s.line_id = l.id
      where l.kind = 'exact-scores-read' and s.secret like ${`%${reader.viewer.userId}%`}`;
  const asked = { params: { view: "history" }, path: `/api/v1/audit/history?benchmark=${benchmark.slug}` };
  const before = await site.sql`select from audit.lines where kind = 'exact-scores-read'`;
  expect((await withToken(stranger.token)(getView, asked)).status).toBe(403);
  expect(await site.sql`select from audit.lines where kind = 'exact-scores-read'`).toHaveLength(
    before.length,
  );
  for (const _ of ["first", "second"])
    expect((await withToken(reader.token)(getView, asked)).status).toBe(200);
  const [line, ...more] = await lines();
  expect(more).toEqual([]);
  expect(JSON.parse(line!.secret)).toEqual({ user: reader.viewer.userId });
  expect(line!.fields).toEqual({ kind: "exact-scores-read", door: "site", at: expect.any(String) });
});
