import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callNumber, otherCalls, refusedCalls } from "@/workers/sandbox/system-calls";
import { workingSandboxes } from "./working-sandboxes";

const folder = mkdtempSync(join(tmpdir(), "rung-escape-"));
afterAll(() => rmSync(folder, { recursive: true }));
chmodSync(folder, 0o755);
// What anybody could read who got out.
const secret = join(folder, "labels.npy");
writeFileSync(secret, "secret", { mode: 0o666 });
chmodSync(secret, 0o666);
const socket = join(folder, "database.sock");

let port = 0;
const servers = [createServer(), createServer()];
beforeAll(async () => {
  servers[0]!.listen(0, "127.0.0.1");
  servers[1]!.listen(socket);
  await Promise.all(servers.map((server) => once(server, "listening")));
  chmodSync(socket, 0o777);
  port = (servers[0]!.address() as { port: number }).port;
});
afterAll(() => servers.forEach((server) => server.close()));

const isRoot = process.getuid?.() === 0;
/** A user that nobody is, to whom this checkout may be closed. */
const AS_USER = "setpriv --reuid=54321 --regid=54321 --clear-groups".split(" ");
const users = [
  { who: isRoot ? "root" : "this user", prefix: [] as string[] },
  ...(isRoot ? [{ who: "an ordinary user", prefix: AS_USER }] : []),
];

async function attempt(
  {
    kind,
    prefix,
    filter = "as-found",
  }: { kind: string; prefix: string[]; filter?: "as-found" | "unfiltered" },
  tries: string[],
): Promise<Record<string, string>> {
  const own = join(folder, prefix.length > 0 ? "of-user" : "of-this");
  mkdirSync(own, { recursive: true });
  chmodSync(own, 0o777);
  const program = resolve("tests/fixtures/try-to-escape.ts");
  const words = [...prefix, process.execPath, "--import", "tsx", program, kind, own, filter, ...tries];
  const child = spawn(words[0]!, words.slice(1), { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let errors = "";
  child.stdout.on("data", (part: Buffer) => (said += part.toString()));
  child.stderr.on("data", (part: Buffer) => (errors += part.toString()));
  await once(child, "close");
  if (!said.includes("ended\t")) throw new Error(errors);
  return Object.fromEntries(
    said
      .trim()
      .split("\n")
      .map((line) => line.split("\t") as [string, string]),
  );
}

/** Kinds with the filter; bubblewrap and namespaces may be missing on this machine. */
const kinds = (await workingSandboxes(folder, ["bwrap", "unshare", "landlock"]))
  .filter(({ filter }) => filter !== null)
  .map(({ kind }) => kind);

test("this machine has a way to filter system calls", () => {
  expect(kinds).not.toEqual([]);
});

/** With no arguments these would end the program that asks, or are tried in another way. */
const OTHERWISE = new Set(["fork", "vfork"]);
const calls = Object.entries(refusedCalls)
  .filter(([name]) => !OTHERWISE.has(name))
  .map(([name, numbers]) => [name, callNumber(numbers, process.arch)] as const)
  .filter(([, number]) => number !== null)
  .map(([name, number]) => `call:${name}=${number}`);
const REFUSED = "Operation not permitted";

describe.each(users)("as $who", ({ prefix }) => {
  describe.each(kinds)("inside %s", (kind) => {
    test("every listed system call is refused, and none ends the program", async () => {
      const outcome = await attempt({ kind, prefix }, calls);
      expect(outcome).toEqual({ ...Object.fromEntries(calls.map((call) => [call, REFUSED])), ended: "0" });
    });

    test("no process, no socket, no signal and no limit for others", async () => {
      const limit = `limit:${callNumber(otherCalls.prlimit64, process.arch)}=${process.pid}`;
      const tries = [
        "fork:",
        "udp:",
        `tcp:${port}`,
        `unix:${socket}`,
        `signal:${process.pid}`,
        "signal:-1",
        limit,
      ];
      const outcome = await attempt({ kind, prefix }, tries);
      expect(outcome).toEqual({ ...Object.fromEntries(tries.map((one) => [one, REFUSED])), ended: "0" });
    });

    test("no file of this machine is read, listed, written, opened to others or removed", async () => {
      const tries = [
        `read:${secret}`,
        `write:${secret}`,
        `write:${join(folder, "new")}`,
        `mode:${secret}`,
        `remove:${secret}`,
        `list:${folder}`,
        `read:/proc/${process.pid}/environ`,
        "read:/proc/self/environ",
        "read:/etc/passwd",
        "list:/etc",
        "list:/proc",
        "list:/dev",
      ];
      const outcome = await attempt({ kind, prefix }, tries);
      expect(Object.entries(outcome).filter(([, ended]) => ended === "done")).toEqual([]);
      expect(Object.keys(outcome)).toHaveLength(tries.length + 1);
      expect(readFileSync(secret, "utf8")).toBe("secret");
      expect(statSync(secret).mode & 0o777).toBe(0o666);
    });

    test.skipIf(process.arch !== "x64")("a call under its second number ends it", async () => {
      const numberOfGetpid = 39;
      const other = `call:getpid=${0x40000000 + numberOfGetpid}`;
      expect(await attempt({ kind, prefix }, [other])).toEqual({
        ended: expect.stringMatching(/SIGSYS|159/),
      });
    });
  });

  test.skipIf(!kinds.includes("landlock"))(
    "Landlock alone closes files and TCP, whatever the filter does",
    async () => {
      const tries = [
        `read:${secret}`,
        `write:${secret}`,
        `remove:${secret}`,
        `list:${folder}`,
        `tcp:${port}`,
      ];
      const outcome = await attempt({ kind: "landlock", prefix, filter: "unfiltered" }, tries);
      const closed = Object.fromEntries(tries.map((one) => [one, "Permission denied"]));
      expect(outcome).toEqual({ ...closed, ended: "0" });
    },
  );

  test.skipIf(!kinds.includes("unshare"))(
    "without the filter the same tries succeed, so it is the filter that refuses them",
    async () => {
      const tries = [
        "fork:",
        "udp:",
        "signal:-1",
        ...calls.filter((call) => /memfd_create|msgget|unshare/.test(call)),
      ];
      const outcome = await attempt({ kind: "unshare", prefix, filter: "unfiltered" }, tries);
      expect(outcome).toMatchObject({ "fork:": "done", "udp:": "done" });
      expect(Object.values(outcome).filter((ended) => ended === "done").length).toBeGreaterThanOrEqual(4);
    },
  );
});
