import { type Logger, type LoggerOptions, pino } from "pino";
import { processWide } from "../web-process/process-wide";

const secrets = ["authorization", "cookie", "set-cookie", "token", "password", "secret", "hash"];

/** No credentials are ever logged. */
export const logOptions: LoggerOptions = {
  name: "rung",
  redact: {
    paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`]),
    censor: "[secret]",
  },
};

/** The site's log: JSON lines on standard error. */
export function log(): Logger {
  return processWide("log", () => pino(logOptions, process.stderr));
}
