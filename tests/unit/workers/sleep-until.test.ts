import { expect, test } from "vitest";
import { sleepUntil } from "@/workers/sleep-until";

const now = () => new Date(0);

test("a wait that is ended rejects with the signal's own reason, by which a worker knows its own stop", async () => {
  const ending = new AbortController();
  const reason = new Error("told to stop");
  const waiting = sleepUntil(new Date(60_000), { now, signal: ending.signal });
  ending.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(sleepUntil(new Date(60_000), { now, signal: ending.signal })).rejects.toBe(reason);
});

test("a time that has come is not waited for", async () => {
  await expect(sleepUntil(new Date(-1), { now, signal: AbortSignal.abort() })).resolves.toBeUndefined();
});
