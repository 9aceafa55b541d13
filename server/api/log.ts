import { type Logger, pino } from "pino";
import { processWide } from "../auth/process-wide";

const secrets = ["authorization", "cookie", "token", "password", "secret", "hash", "set-cookie"];

/** The site's log: JSON lines on standard error, in which nothing that opens a door is ever written. */
export function log(): Logger {
  return processWide("log", () =>
    pino(
      {
        name: "rung",
        redact: {
          paths: [...secrets.map((name) => `["${name}"]`), ...secrets.map((name) => `*["${name}"]`)],
          censor: "[secret]",
        },
      },
      process.stderr,
    ),
  );
}
