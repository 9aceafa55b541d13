const hourMs = 3600 * 1000;

/** Does `act` now and then every hour, never twice at once, until aborted; what it throws is told, and it is done again. */
export function everyHour(
  act: () => Promise<unknown>,
  { signal, onError }: { signal: AbortSignal; onError: (error: unknown) => void },
): void {
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    await act().catch(onError);
    running = false;
  };
  void run();
  const timer = setInterval(() => void run(), hourMs);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
