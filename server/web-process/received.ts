import type { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide";

/** A request as it arrived, before Next added headers of its own. */
export interface Received {
  /** The address at the other end of the connection. */
  peer: string | undefined;
  /** The port at which it arrived. */
  port: number | undefined;
  httpVersion: string;
  /** As in its first line: a path, unless a proxy was asked. */
  target: string;
  /** Names and values in turn, as they were sent. */
  rawHeaders: readonly string[];
}

/**
 * The request that is being answered, as it arrived; null where nothing notes that (`remember-received.mjs` does in a site that was
 * started by `rung start` or `rung web`), which whoever asks must take for the worst.
 */
export function received(): Received | null {
  const noted = processWide<Pick<AsyncLocalStorage<Received>, "getStore">>("received", () => ({
    getStore: () => undefined,
  }));
  return noted.getStore() ?? null;
}

/** Every value that a header was sent with. */
export function headerValues({ rawHeaders }: Received, name: string): string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]!.toLowerCase() === name);
}
