import type { NextAuthOptions } from "next-auth";
import type { Logger } from "pino";

/** The part of an error that may be logged. The rest may contain the code, the tokens or the client secret of a sign-in. */
function wordsOf(error: unknown) {
  if (typeof error !== "object" || error === null) return { message: mask(String(error)) };
  const { name, message, stack } = error as Partial<Error>;
  return { type: name, message: message && mask(message), stack: stack && mask(stack) };
}

const mask = (text: string) =>
  text.replace(/((?:token|secret|code|state|verifier)["']?[=:]\s*)[^&\s,}]+/gi, "$1[secret]");

/** Sends next-auth's messages to our log: its code, the provider's name and the error's message. Debugging lines are dropped. */
export function authLogger(log: Logger): NonNullable<NextAuthOptions["logger"]> {
  return {
    error(code, metadata) {
      const { error, providerId } = metadata as { error?: unknown; providerId?: string };
      log.error({ code, provider: providerId, err: wordsOf(error ?? metadata) }, "sign-in failed");
    },
    warn: (code) => log.warn({ code }, "warning from next-auth"),
    debug: () => {},
  };
}
