import { once } from "node:events";
import { request as send } from "node:http";
import { expect, test } from "@playwright/test";
import { placesOfSite } from "../../integration/guard/addresses";

const patterns = placesOfSite()
  .map(({ pattern }) => pattern)
  .filter((pattern) => !pattern.endsWith("/events"));
const parts = [
  "%00",
  "%ff",
  "%ED%A0%80",
  "%",
  "%E2%80%AE",
  "%1B%5B2J",
  "..%2f..%2f",
  "a".repeat(3000),
  "__proto__",
  "%2500",
];
const queries = [
  "testSet=%00",
  "metric=%ff",
  "page=-1",
  "page=99999999999999999999",
  "scale=%F0%9F%98%80%ED",
  "x=%",
  `search=${"a".repeat(3000)}`,
  "sort=__proto__&sort=x",
  "callbackUrl=javascript:alert(1)",
  "callbackUrl=//evil.example",
  "error=%E2%80%AE",
  "after=WyIwIl0",
  "pool=x",
  "most=1e9",
];

/** The status of an address that is sent as it is, without a client's corrections. */
async function statusOf(baseURL: string, path: string, method = "GET"): Promise<number> {
  const { hostname: host, port } = new URL(baseURL);
  const sent = send({ host, port, path, method, agent: false }).end();
  const [answer] = await once(sent, "response");
  answer.resume();
  return answer.statusCode;
}

for (const pattern of patterns) {
  test(`${pattern} is broken by no address`, async ({ baseURL }) => {
    const plain = pattern.replace(/\{\w+\}/g, "shapes");
    const names = [...pattern.matchAll(/\{\w+\}/g)].map(([name]) => name);
    const paths = [
      ...names.flatMap((name) =>
        parts.map((part) => pattern.replace(name, part).replace(/\{\w+\}/g, "shapes")),
      ),
      ...queries.map((query) => `${plain}?${query}`),
    ];
    const broken: string[] = [];
    for (const path of paths) {
      for (const method of path === plain || path === paths[0] ? ["GET", "POST"] : ["GET"]) {
        const status = await statusOf(baseURL!, path, method);
        if (status >= 500 && status !== 503) broken.push(`${status} to ${method} ${path.slice(0, 100)}`);
        if (method === "GET" && /%00/.test(path) && status !== 400)
          broken.push(`${status}, not 400, to ${path}`);
      }
    }
    expect(broken).toEqual([]);
  });
}
