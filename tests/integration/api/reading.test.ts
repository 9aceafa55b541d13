import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as listBenchmarks } from "@/app/api/v1/benchmarks/route";
import { GET as getFit } from "@/app/api/v1/benchmarks/[slug]/fit/route";
import { GET as getLeaderboard } from "@/app/api/v1/benchmarks/[slug]/leaderboard/route";
import { GET as getBenchmark } from "@/app/api/v1/benchmarks/[slug]/route";
import { GET as getEntry } from "@/app/api/v1/entries/[id]/route";
import { GET as getOpenApi } from "@/app/api/v1/openapi.json/route";
import { GET as getHealth } from "@/app/healthz/route";
import { GET as getMetrics } from "@/app/metrics/route";
import { makeBenchmark } from "../../factories";
import { openTestSite, type TestSite } from "./open-test-site";
import { visitor, withToken } from "./visitor";

let site: TestSite;
let slug: string;
beforeAll(async () => {
  site = await openTestSite();
  slug = (await makeBenchmark(site)).slug;
});
afterAll(async () => await site.close());

const ask = visitor();

test("anybody reads benchmarks, their table and their fit, under the role that cannot read exact counts", async () => {
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

test("the whole table comes on one page when asked for", async () => {
  const response = await ask(getLeaderboard, { params: { slug }, path: "/?page=all" });
  expect(await response.json()).toMatchObject({ page: 1, pages: 1, rows: [] });
});

test("the table is also CSV", async () => {
  const response = await ask(getLeaderboard, { params: { slug }, path: "/?format=csv" });
  expect(response.headers.get("content-type")).toContain("text/csv");
  expect(await response.text()).toMatch(/^id,kind,name,team,/);
});

test.each([
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
    () => ask(getLeaderboard, { params: { slug }, path: "/?page=0" }),
    400,
    "bad_input",
  ],
  [
    "an unknown metric",
    () => ask(getLeaderboard, { params: { slug }, path: "/?metric=top3" }),
    400,
    "bad_input",
  ],
])("%s is a problem document", async (_what, request, status, code) => {
  const response = await request();
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const document = await response.json();
  expect(document).toMatchObject({ status, code });
  expect(Object.keys(document).sort()).toEqual(["code", "detail", "hint", "status", "title", "type"]);
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

test("metrics are for maintainers, whatever address a request claims to come from", async () => {
  const claims = { "x-forwarded-for": "127.0.0.1", host: "localhost:3000" };
  expect((await visitor(claims)(getMetrics)).status).toBe(401);
  expect((await withToken((await site.person("ada")).token)(getMetrics)).status).toBe(403);
  const text = await (await withToken((await site.person("grace", "maintainer")).token)(getMetrics)).text();
  expect(text).toContain('rung_http_request_duration_seconds_count{method="GET",route="/');
  expect(text).not.toContain(slug);
});
