import { expect } from "vitest";
import { GET as citeBenchmark } from "@/app/api/v1/benchmarks/[slug]/cite/route";
import { GET as getFit } from "@/app/api/v1/benchmarks/[slug]/fit/route";
import { GET as getForecast } from "@/app/api/v1/benchmarks/[slug]/forecast/route";
import { GET as getLeaderboard } from "@/app/api/v1/benchmarks/[slug]/leaderboard/route";
import { GET as getBenchmark } from "@/app/api/v1/benchmarks/[slug]/route";
import { GET as listBenchmarks } from "@/app/api/v1/benchmarks/route";
import { GET as citeEntry } from "@/app/api/v1/entries/[id]/cite/route";
import { GET as getEntry } from "@/app/api/v1/entries/[id]/route";
import { GET as getOpenApi } from "@/app/api/v1/openapi.json/route";
import { GET as getHealth } from "@/app/healthz/route";
import { GET as getMetrics } from "@/app/metrics/route";
import type { Leaderboard } from "@/server/leaderboards/schemas/leaderboard-schema";
import { makeBenchmark } from "../../factories/make-benchmark";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { visitor, withToken } from "./visitor";
import { webTest } from "./web-test";

const test = webTest().extend(
  "slug",
  { scope: "file" },
  async ({ site }) => (await makeBenchmark(site)).slug,
);

const ask = visitor();

test("anybody reads benchmarks, their table and their fit, under the role that cannot read exact counts", async ({
  slug,
}) => {
  expect(await (await ask(listBenchmarks)).json()).toMatchObject([{ slug, accepting: true }]);
  expect(await (await ask(getBenchmark, { params: { slug } })).json()).toMatchObject({ slug });
  const table = await ask(getLeaderboard, { params: { slug } });
  expect(await table.json()).toMatchObject({ page: 1, rows: [] });
  const fit = await ask(getFit, { params: { slug }, path: "/?scale=probit" });
  expect(await fit.json()).toMatchObject({
    scale: "probit",
    slope: null,
    reason: "too_few_models",
    points: [],
  });
});

test("a forecast is asked for with a fraction, and tells a team alone where it stands", async ({
  site,
  slug,
}) => {
  const forecast = (asker: typeof ask, originalAccuracy: string) =>
    asker(getForecast, { params: { slug }, path: `/?originalAccuracy=${originalAccuracy}` });
  const told = await (await forecast(ask, "0.81")).json();
  expect(told).toMatchObject({ expected: null, reason: "too_few_models", climb: null });
  const ada = withToken((await site.person("ada")).token);
  expect(await (await forecast(ada, "0.81")).json()).toMatchObject({ climb: { rung: null, chance: null } });
  for (const wrong of ["81", "", "nine"]) {
    const refused = await forecast(ask, wrong);
    expect([wrong, refused.status]).toEqual([wrong, 400]);
    expect((await refused.json()).detail).toContain("originalAccuracy is a fraction");
  }
});

test("the whole table comes on one page when asked for", async ({ slug }) => {
  const response = await ask(getLeaderboard, { params: { slug }, path: "/?page=all" });
  expect(await response.json()).toMatchObject({ page: 1, pages: 1, rows: [] });
});

test("the table is also CSV", async ({ slug }) => {
  const response = await ask(getLeaderboard, { params: { slug }, path: "/?format=csv" });
  expect(response.headers.get("content-type")).toContain("text/csv");
  expect(await response.text()).toMatch(/^id,kind,name,team,/);
});

test("the header Link leads through a table of more than a page, every row once", async ({ site }) => {
  const references = Array.from({ length: 250 }, (_, i) => ({
    name: `model ${i}`,
    original: 5000 + 10 * i,
    new: 4000 + 10 * i,
  }));
  await seedLeaderboard(site.owner.db, { slug: "long", references });
  const ids: string[] = [];
  const sizes: number[] = [];
  for (let path: string | undefined = "/api/v1/benchmarks/long/leaderboard?sort=name&metric="; path; ) {
    const response: Response = await ask(getLeaderboard, { params: { slug: "long" }, path });
    const { rows, total, pages } = (await response.json()) as Leaderboard;
    expect([total, pages]).toEqual([250, 3]);
    ids.push(...rows.map(({ id }) => id));
    sizes.push(rows.length);
    path = /^<([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1];
    if (path) expect(path).toContain("sort=name");
  }
  expect(sizes).toEqual([100, 100, 50]);
  expect(new Set(ids).size).toBe(250);
  const whole = await ask(getLeaderboard, { params: { slug: "long" }, path: "/?page=all&sort=name" });
  expect(whole.headers.get("link")).toBeNull();
  expect(((await whole.json()) as Leaderboard).rows.map(({ id }) => id)).toEqual(ids);
  const csv = await ask(getLeaderboard, { params: { slug: "long" }, path: "/?format=csv&page=2" });
  expect(csv.headers.get("link")).toBe('</?format=csv&page=3>; rel="next"');
});

test("a benchmark and an entry are cited as BibTeX, with the address of the view that was asked for", async ({
  site,
  slug,
}) => {
  const { submissionIds } = await seedLeaderboard(site.owner.db, {
    slug: "cited",
    entries: [{ name: "mine", team: "cited-a", original: 7500, new: 6500 }],
  });
  const table = await ask(citeBenchmark, { params: { slug: "cited" }, path: "/?testSet=New&x=1&scale=" });
  expect(table.headers.get("content-type")).toBe("text/x-bibtex; charset=utf-8");
  expect(table.headers.get("content-disposition")).toBe('attachment; filename="cited.bib"');
  const text = await table.text();
  expect(text).toMatch(/^@misc\{rung-cited,\n/);
  expect(text).toContain("\\url{http://127.0.0.1:3000/benchmarks/cited?testSet=New}");
  const id = submissionIds[0]!;
  const entry = await (await ask(citeEntry, { params: { id } })).text();
  expect(entry).toContain(`\\url{http://127.0.0.1:3000/entries/${id}?testSet=New}`);
  expect(entry).toContain("New top-1 65.0 \\%");
  for (const [route, params, status] of [
    [citeBenchmark, { slug: "none" }, 404],
    [citeEntry, { id: "x" }, 400],
  ] as const) {
    expect((await ask(route as typeof citeEntry, { params: params as { id: string } })).status).toBe(status);
  }
  expect((await ask(citeBenchmark, { params: { slug }, path: "/?metric=top3" })).status).toBe(400);
});

const refused: [string, (slug: string) => Promise<Response>, number, string][] = [
  ["a benchmark that is not there", () => ask(getBenchmark, { params: { slug: "none" } }), 404, "not_found"],
  ["an entry whose id is none", () => ask(getEntry, { params: { id: "x" } }), 400, "bad_input"],
  [
    "an entry that is not there",
    () => ask(getEntry, { params: { id: "00000000-0000-4000-8000-000000000000" } }),
    404,
    "not_found",
  ],
  [
    "a page below the first",
    (slug) => ask(getLeaderboard, { params: { slug }, path: "/?page=0" }),
    400,
    "bad_input",
  ],
  [
    "an unknown metric",
    (slug) => ask(getLeaderboard, { params: { slug }, path: "/?metric=top3" }),
    400,
    "bad_input",
  ],
];
test.for(refused)("%s is a problem document", async ([, request, status, code], { slug }) => {
  const response = await request(slug);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const document = await response.json();
  expect(document).toMatchObject({ status, code });
  expect(Object.keys(document).sort()).toEqual([
    "code",
    "detail",
    "hint",
    "problems",
    "status",
    "title",
    "type",
  ]);
});

test("an answer is no document for a browser to run, nor for anybody to keep", async () => {
  const { headers } = await ask(listBenchmarks);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("etag")).toBeNull();
  expect(headers.get("access-control-allow-origin")).toBeNull();
});

test("the OpenAPI document describes every route under /api/v1, with the fields that the pages use", async () => {
  const document = await (await ask(getOpenApi)).json();
  const routes = Object.keys(import.meta.glob("../../../app/api/v1/**/route.ts"))
    .map((file) => file.replace(/^.*\/api\/v1/, "").replace(/\/route\.ts$/, ""))
    .map((path) => path.replace(/\/\[\[\.\.\.path\]\]/, "").replace(/\[(\w+)\]/g, "{$1}"));
  expect(Object.keys(document.paths).sort()).toEqual(
    routes.filter((path) => path !== "/openapi.json").sort(),
  );
  const table = document.paths["/benchmarks/{slug}/leaderboard"].get;
  expect(table.parameters.map(({ name }: { name: string }) => name)).toContain("metric");
});

test("the site is well when its database answers", async () => {
  expect([(await getHealth()).status, await (await getHealth()).json()]).toEqual([200, { ok: true }]);
});

test("metrics are for maintainers, whatever address a request claims to come from", async ({
  site,
  slug,
}) => {
  const claims = { "x-forwarded-for": "127.0.0.1", host: "localhost:3000" };
  expect((await visitor(claims)(getMetrics)).status).toBe(401);
  expect((await withToken((await site.person("ada")).token)(getMetrics)).status).toBe(403);
  const text = await (await withToken((await site.person("grace", "maintainer")).token)(getMetrics)).text();
  expect(text).toContain('rung_http_request_duration_seconds_count{method="GET",route="/');
  expect(text).not.toContain(slug);
});
