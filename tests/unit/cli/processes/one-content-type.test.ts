import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { NodeNextRequest, NodeNextResponse } from "next/dist/server/base-http/node";
import { sendResponse } from "next/dist/server/send-response";
import { expect, onTestFinished, test } from "vitest";
import "@/server/cli/processes/one-content-type.mjs";
import { apiHeaders, wholeHeaders } from "@/server/api/security-headers";

const compression = createRequire(import.meta.url)("next/dist/compiled/compression") as () => (
  ...given: unknown[]
) => void;

/** What Next makes of a route's answer on its way out. */
async function sent(answer: Response, accepted: string) {
  const server = createServer((request, response) => {
    compression()(request, response, () => {});
    void sendResponse(new NodeNextRequest(request), new NodeNextResponse(response), answer);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return await fetch(`http://127.0.0.1:${port}`, { headers: { "accept-encoding": accepted } });
}

const points = Array.from({ length: 2000 }, (_, index) => ({ name: `model ${index}`, x: index / 2000 }));

test("a route's answer goes out compressed to whoever takes it so, and says that it depends on that", async () => {
  const response = await sent(Response.json(points, { headers: apiHeaders }), "gzip");
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(response.headers.get("vary")).toBe("Accept-Encoding");
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual(points);
});

test("whoever does not take it compressed gets it as it is", async () => {
  const response = await sent(Response.json(points, { headers: apiHeaders }), "identity");
  expect(response.headers.get("content-encoding")).toBeNull();
  expect(response.headers.get("vary")).toBe("Accept-Encoding");
  expect(await response.json()).toEqual(points);
});

test("an answer that is to stay whole is not compressed", async () => {
  const response = await sent(Response.json(points, { headers: wholeHeaders }), "gzip");
  expect(response.headers.get("content-encoding")).toBeNull();
});
