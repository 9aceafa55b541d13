const hourMs = 3600 * 1000;

/** Runs `act` immediately and then every hour, never twice at once, until aborted; an error is reported and does not stop it. */
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
