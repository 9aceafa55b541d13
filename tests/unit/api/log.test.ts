import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, test } from "vitest";
import { logOptions } from "@/server/api/log";

test("what opens a door is never written", () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  const secret = "rung_open-sesame";
  const headers = { authorization: `Bearer ${secret}`, cookie: `next-auth.session-token=${secret}` };
  pino(logOptions, sink).error({ token: secret, headers, input: { password: secret } }, "refused");
  expect(lines.join("")).toContain("refused");
  expect(lines.join("")).not.toContain(secret);
});

test("no line speaks to the terminal that shows it", () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  pino(logOptions, sink).error({ name: "a\u009b31m\u202e" }, "refused\u001b[2J");
  expect(lines.join("")).not.toMatch(/[\u001b\u009b\u202e]/);
  expect(JSON.parse(lines.join(""))).toMatchObject({ name: "a\u009b31m\u202e", msg: "refused\u001b[2J" });
});
