import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base, expect } from "vitest";
import { askSite } from "@/server/cli/ask-site";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site that gives these answers one after the other, and what it was asked. */
const test = base.extend("site", ({}, { onCleanup }) => async (...answers: Answer[]) => {
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers["idempotency-key"] as string | undefined);
    answers.shift()!(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onCleanup(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const waits: number[] = [];
  return { ask: askSite({ url, token: "t", wait: async (ms) => void waits.push(ms) }), keys, waits };
});

const cut: Answer = (request) => void request.socket.destroy();
const away: Answer = (_, response) => void response.writeHead(503).end("the database is away");
const done: Answer = (_, response) => void response.writeHead(201).end('{"id":"a"}');

test("a request with a key is sent again under it until there is an answer", async ({ site }) => {
  const { ask, keys, waits } = await site(cut, away, done);
  expect(await ask("POST", "/submissions", {}, "one key")).toEqual({ id: "a" });
  expect(keys).toEqual(["one key", "one key", "one key"]);
  expect(waits).toEqual([500, 1000]);
});

test("one without a key that could change something is sent once", async ({ site }) => {
  const { ask, keys } = await site(cut);
  await expect(ask("POST", "/submissions/a/go-on")).rejects.toThrow("No answer from");
  expect(keys).toHaveLength(1);
});

test("after six waits the last reason is told", async ({ site }) => {
  const { ask, waits } = await site(...Array<Answer>(7).fill(away));
  await expect(ask("GET", "/submissions/a")).rejects.toThrow("status 503");
  expect(waits).toHaveLength(6);
});
