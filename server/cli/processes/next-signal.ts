/**
 * Resolves at the first SIGINT or SIGTERM. Later ones are ignored: npm passes on what the terminal has sent already, and an
 * orderly end takes seconds at most.
 */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.on("SIGINT", resolve);
    process.on("SIGTERM", resolve);
  });
}
