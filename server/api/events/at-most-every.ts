/** Merges calls close together: `act` runs at once, then at most every `ms`, and always once after the last call. */
export function atMostEvery(ms: number, act: () => void): { call: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  const run = () => {
    wanted = false;
    act();
    timer = setTimeout(() => {
      timer = undefined;
      if (wanted) run();
    }, ms);
  };
  return {
    call() {
      if (timer) wanted = true;
      else run();
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      wanted = false;
    },
  };
}
