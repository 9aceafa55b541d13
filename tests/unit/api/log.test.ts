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
