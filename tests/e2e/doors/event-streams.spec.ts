import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { test as base, expect } from "@playwright/test";

const path = "/api/v1/benchmarks/shapes/events";

/** Connections of their own to the stream of a benchmark, which end with the test. */
const test = base.extend<{
  open: (count: number, method?: string) => Promise<IncomingMessage[]>;
  hangUp: () => Promise<void>;
}>({
  open: async ({ baseURL, hangUp }, use) => {
    const { hostname: host, port } = new URL(baseURL!);
    await use((count, method = "GET") =>
      Promise.all(
        Array.from({ length: count }, async (_, i) => {
          const headers = { "x-forwarded-for": `203.0.113.${i}` };
          const sent = request({ host, port, path, method, headers, agent: false }).end();
          connections.push(sent);
          const [answer] = (await once(sent, "response")) as [IncomingMessage];
          answer.on("error", () => {}).resume();
          return answer;
        }),
      ),
    );
    await hangUp();
  },
  hangUp: async ({}, use) => {
    await use(async () => {
      for (const connection of connections.splice(0)) connection.on("error", () => {}).destroy();
      await sleep(1000);
    });
  },
});
// One after the other: all come from one address.
test.describe.configure({ mode: "serial" });

const connections: ClientRequest[] = [];
const statuses = (answers: IncomingMessage[]) => answers.map(({ statusCode }) => statusCode).toSorted();

test("one reader follows thirty streams, whatever addresses they claim; the others are told when to come again", async ({
  open,
}) => {
  // Other tests' pages follow a benchmark too: the browser is on the same machine.
  const answers = await open(45);
  const refused = answers.filter(({ statusCode }) => statusCode === 429);
  expect(answers.length - refused.length).toBeLessThanOrEqual(30);
  expect(refused[0]!.headers["retry-after"]).toBe("30");
});

test("whoever hangs up, early or late, and whoever only asks for the head, leaves no listener behind", async ({
  open,
  hangUp,
}) => {
  for (let round = 0; round < 4; round += 1) {
    await open(10);
    await hangUp();
  }
  await open(60, "HEAD");
  await hangUp();
  expect(statuses(await open(10))).toEqual(Array.from({ length: 10 }, () => 200));
});
