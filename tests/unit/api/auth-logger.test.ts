import { Writable } from "node:stream";
import { pino } from "pino";
import { beforeEach, expect, test } from "vitest";
import { authLogger } from "@/server/api/auth-logger";
import { logOptions } from "@/server/api/log";

let lines: Record<string, unknown>[];
let logger: ReturnType<typeof authLogger>;
beforeEach(() => {
  lines = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => done(void lines.push(JSON.parse(String(chunk)))),
  });
  logger = authLogger(pino(logOptions, sink));
});

test("a failed sign-in is logged with next-auth's code, the provider and the error's words", () => {
  const error = new Error("outgoing request timed out after 3500ms");
  logger.error!("SIGNIN_OAUTH_ERROR", { error, providerId: "github" });
  expect(lines).toMatchObject([
    { level: 50, code: "SIGNIN_OAUTH_ERROR", provider: "github", msg: "sign-in failed" },
  ]);
  expect(JSON.stringify(lines)).toContain("timed out after 3500ms");
});

test("what an error carries besides its words is never written, nor what its words tell of a secret", () => {
  const secret = "open-sesame";
  const request = { client_secret: secret, headers: { authorization: secret } };
  const words = `expected 200 OK from /access_token?code=${secret}&state=${secret} {"access_token":"${secret}"}`;
  const error = Object.assign(new Error(words), { params: { code: secret }, response: { request } });
  logger.error!("OAUTH_CALLBACK_ERROR", { error, providerId: "github", OAuthProfile: { secret } } as never);
  logger.error!("JWT_SESSION_ERROR", error);
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).toContain("expected 200 OK");
  expect(JSON.stringify(lines)).not.toContain(secret);
});

test("warnings are lines of our log, debugging is none", () => {
  logger.warn!("NEXTAUTH_URL");
  logger.debug!("SESSION", { token: "x" });
  expect(lines).toMatchObject([{ level: 40, code: "NEXTAUTH_URL" }]);
});
