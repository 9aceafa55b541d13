/**
 * Resolves at the first SIGINT or SIGTERM. Later ones are ignored: npm repeats what the terminal has already sent, and an orderly
 * shutdown takes seconds at most.
 */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.on("SIGINT", resolve);
    process.on("SIGTERM", resolve);
  });
}
