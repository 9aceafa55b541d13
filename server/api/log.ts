import { type Logger, type LoggerOptions, pino } from "pino";
import { printable } from "../text/printable";
import { processWide } from "../web-process/process-wide";

const secrets = ["authorization", "cookie", "set-cookie", "token", "password", "secret", "hash"];

/** No credentials are ever logged, and nothing that a terminal would obey. */
export const logOptions: LoggerOptions = {
  name: "rung",
  hooks: { streamWrite: printable },
  redact: {
    paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`]),
    censor: "[secret]",
  },
};

/** The site's log: JSON lines on standard error. */
export function log(): Logger {
  return processWide("log", () => pino(logOptions, process.stderr));
}
