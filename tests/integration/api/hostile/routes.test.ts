import { relative } from "node:path";
import { expect } from "vitest";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { isPicture, placesOfSite } from "../../guard/addresses";
import { siteUrl } from "../open-test-site";
import { webTest } from "../web-test";
import { hostileTexts, hostileValues } from "./hostile-values";

type Handler = (request: Request, route: { params: Promise<object> }) => Promise<Response>;

const app = `${import.meta.dirname}/../../../../app`;
const methods = ["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"] as const;
/** Sign-in asks Next itself who asks, and the API's description takes nothing: a real server is asked in `e2e/doors`. */
const routes = placesOfSite().filter(
  (place) => place.kind === "route" && !isPicture(place) && !/^\/api\/(auth|v1\/openapi)/.test(place.pattern),
);
/** What the parts of an address can be once it is decoded. */
const inPaths = hostileTexts.filter((text) => !/\p{Cs}/u.test(text));
/** Every name that some address takes after its `?`. */
const queryNames =
  "testSet metric scale page format search team after most pool benchmark betweenTeams".split(" ");

/** A query is text, and has been decoded when it arrives: one of each kind is enough. */
const inQueries = hostileTexts.filter((text, i) => text !== "" && (i % 4 === 0 || /^\d+$/.test(text)));

const test = webTest((site) => ({ AUDIT_DATABASE_URL: site.database.auditUrl }))
  .extend("slug", { scope: "file" }, async ({ site }) => (await makeBenchmark(site)).slug)
  .extend("mary", { scope: "file" }, ({ site }) => site.person("mary", "maintainer"))
  /** Asks a route and says how it answered, if not properly. */
  .extend("ask", { scope: "file" }, ({ mary }) => {
    return async (
      handler: Handler,
      method: string,
      given: { params: object; path: string; body?: BodyInit; headers?: Record<string, string> },
    ): Promise<string | null> => {
      const headers = { host: "127.0.0.1:3000", authorization: `Bearer ${mary.token}`, ...given.headers };
      const body = method === "GET" || method === "HEAD" ? undefined : given.body;
      const request = new Request(siteUrl + given.path, { method, headers, body });
      const answer = await handler(request, { params: Promise.resolve(given.params) });
      await answer.body?.cancel();
      const isProper = answer.status < 500 || answer.status === 503 || answer.status === 501;
      return isProper ? null : `${answer.status} to ${method} ${JSON.stringify(given).slice(0, 200)}`;
    };
  });

test.for(routes.map((place) => [place.pattern, place] as const))(
  "%s is broken by nothing that is sent to it",
  async ([pattern, { file }], { slug, ask }) => {
    const found = (await import(/* @vite-ignore */ `${app}/${relative(app, file)}`)) as Record<
      string,
      Handler
    >;
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const usual: Record<string, string | string[]> = Object.fromEntries(
      names.map((name) => [name, name === "slug" ? slug : "00000000-0000-4000-8000-000000000000"]),
    );
    const isList = (name: string) => name === "path" || name === "nextauth";
    for (const name of names.filter(isList)) usual[name] = ["signin"];
    const broken: (string | null)[] = [];
    for (const method of methods.filter((one) => found[one])) {
      const answer = found[method]!;
      for (const text of inPaths) {
        for (const name of names) {
          const params = { ...usual, [name]: isList(name) ? [text] : text };
          broken.push(await ask(answer, method, { params, path: "/" }));
        }
      }
      if (method === "GET") {
        for (const name of queryNames)
          for (const text of inQueries) {
            const path = `/?${new URLSearchParams({ [name]: text })}`;
            broken.push(await ask(answer, method, { params: usual, path }));
          }
      } else {
        for (const value of hostileValues)
          for (const type of ["application/json", "multipart/form-data; boundary=x"]) {
            const headers = { "content-type": type };
            broken.push(
              await ask(answer, method, { params: usual, path: "/", body: JSON.stringify(value), headers }),
            );
          }
      }
    }
    expect(broken.filter(Boolean)).toEqual([]);
  },
);

test("a form's metadata breaks nothing, whatever is in it", async ({ slug, ask }) => {
  const { POST } = (await import("@/app/api/v1/submissions/route")) as unknown as { POST: Handler };
  const broken: (string | null)[] = [];
  for (const field of [
    "benchmark",
    "name",
    "preprocessing",
    "atLeast",
    "links",
    "goOn",
    "expectedOriginalAccuracy",
    "x",
  ]) {
    for (const value of hostileValues) {
      const body = new FormData();
      body.set(
        "metadata",
        JSON.stringify({ benchmark: slug, name: "a name", [field]: value }).slice(0, 60_000),
      );
      body.set("model", new File(["no model"], "m\u202eo\0del.onnx"));
      broken.push(await ask(POST, "POST", { params: {}, path: "/", body }));
    }
  }
  expect(broken.filter(Boolean)).toEqual([]);
});

test("the protocol of uploads is broken by no header of its own", async ({ ask }) => {
  const { POST } = (await import("@/app/api/v1/uploads/[[...path]]/route")) as unknown as { POST: Handler };
  const broken: (string | null)[] = [];
  for (const text of hostileTexts) {
    const value = Buffer.from(text, "utf16le").toString("base64");
    const utf8 = Buffer.from(text).toString("base64");
    for (const headers of [
      { "upload-length": "5", "upload-metadata": `filename ${utf8}` },
      { "upload-length": "5", "upload-metadata": `benchmark ${utf8},goOn ${value}` },
      { "upload-length": text.replace(/[^\x21-\x7e]/g, "?").slice(0, 100) },
      { "upload-length": "5", "upload-metadata": text.replace(/[^\x21-\x7e]/g, "?").slice(0, 100) },
    ])
      broken.push(
        await ask(POST, "POST", {
          params: {},
          path: "/api/v1/uploads",
          headers: { "tus-resumable": "1.0.0", ...headers } as never,
        }),
      );
  }
  expect(broken.filter(Boolean)).toEqual([]);
});
