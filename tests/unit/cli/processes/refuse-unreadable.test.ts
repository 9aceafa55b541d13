import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import "@/server/cli/processes/refuse-unreadable.mjs";
import { expect, onTestFinished, test } from "vitest";

/** What a server says of an address, sent as it is. */
async function ask(path: string) {
  const server = createServer((_, response) => response.end("reached")).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const sent = request({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", path }).end();
  const [response] = await once(sent, "response");
  const text = (await response.toArray()).join("");
  return { status: response.statusCode as number, type: response.headers["content-type"] as string, text };
}

test.each([
  "/benchmarks/%00",
  "/?search=a%00b",
  "/entries/%ED%A0%80",
  "/api/v1/benchmarks/%ff",
  "/a%",
  "/%e0%a4",
])("%s is the sender's mistake, and reaches nobody", async (path) => {
  const { status, text } = await ask(path);
  expect([status, text]).not.toContain("reached");
  expect(status).toBe(400);
});

test("a program is told by a problem document, a person by a sentence", async () => {
  const data = await ask("/api/v1/benchmarks/%00");
  expect([data.type, JSON.parse(data.text)]).toMatchObject([
    "application/problem+json",
    { status: 400, code: "bad_input", problems: [] },
  ]);
  expect((await ask("/benchmarks/%00")).type).toContain("text/plain");
});

test.each(["/", "/benchmarks/caf%C3%A9?search=100%", "/?q=%ff", "/a%2500"])(
  "%s is let through",
  async (path) => {
    expect(await ask(path)).toMatchObject({ status: 200, text: "reached" });
  },
);
