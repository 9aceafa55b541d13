import { expect, test } from "vitest";
import { slotWatch } from "@/workers/slot-watch";

const { signal } = new AbortController();
const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

test("a slot is free until something is done for a team, and again when the last of it is done", async () => {
  const slot = slotWatch();
  const before = await slot.whenFree(signal);
  const [one, two] = [gate(), gate()];
  const acts = [slot.during(() => one.opened), slot.during(() => two.opened)];
  expect(before.aborted).toBe(true);
  let isFree = false;
  const later = slot.whenFree(signal).then((free) => ((isFree = true), free));
  one.open();
  await acts[0];
  expect(isFree).toBe(false);
  two.open();
  await acts[1];
  expect((await later).aborted).toBe(false);
});

test("waiting for a free slot ends when the worker is told to stop", async () => {
  const slot = slotWatch();
  void slot.during(() => gate().opened);
  const stopping = new AbortController();
  const waiting = slot.whenFree(stopping.signal);
  stopping.abort(new Error("stop"));
  await expect(waiting).rejects.toThrow("stop");
});
