import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { findPort } from "@/server/cli/processes/find-port";

const host = "127.0.0.1";
const taken: Server[] = [];
afterEach(() => {
  for (const server of taken.splice(0)) server.close();
});

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, host);
  taken.push(server);
  await once(server, "listening");
  return (server.address() as { port: number }).port;
}

test("a taken port that nobody asked for is stepped over, and that is said", async () => {
  const port = await takenPort();
  const lines: string[] = [];
  const found = await findPort({ port, host, isSet: false }, (line) => lines.push(line), 0);
  expect(found).toBeGreaterThan(port);
  expect(lines).toEqual([`port ${port} is taken by another program; using ${found}`]);
});

test("a taken port that the person set is a refusal that names it", async () => {
  const port = await takenPort();
  await expect(findPort({ port, host, isSet: true }, () => {}, 0)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken`,
  );
});

test("a port that is given up in a moment is waited for", async () => {
  const port = await takenPort();
  setTimeout(() => taken.pop()?.close(), 300);
  expect(await findPort({ port, host, isSet: true }, () => {})).toBe(port);
});

test("0 is any free port", async () => {
  expect(await findPort({ port: 0, host, isSet: true }, () => {})).toBeGreaterThan(0);
});
