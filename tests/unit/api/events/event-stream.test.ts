import { expect, test, vi } from "vitest";
import { eventStream } from "@/server/api/events/event-stream";

const ask = (signal?: AbortSignal) => new Request("http://rung.test/", { signal });

test("an event is a name and a line of JSON", async () => {
  const response = eventStream(ask(), null, (send) => {
    send("submission", { id: "x" });
    return () => {};
  });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  await reader.read();
  expect(decoder.decode((await reader.read()).value)).toBe('event: submission\ndata: {"id":"x"}\n\n');
  await reader.cancel();
});

test("nobody on the way may compress events, which would hold them back", async () => {
  const { headers, body } = eventStream(ask(), null, () => () => {});
  expect(headers.get("cache-control")).toContain("no-transform");
  await body!.cancel();
});

test("HEAD begins nothing that nobody would end, and so does a reader who has gone already", () => {
  const begun = vi.fn(() => () => {});
  const head = new Request("http://rung.test/", { method: "HEAD" });
  expect(eventStream(head, null, begun).body).toBeNull();
  expect(begun).not.toHaveBeenCalled();
  const gone = vi.fn();
  eventStream(ask(AbortSignal.abort()), null, () => gone);
  expect(gone).toHaveBeenCalledOnce();
});

test("a reader who goes away, by either sign, is listened for no longer", async () => {
  const gone = vi.fn();
  const abort = new AbortController();
  eventStream(ask(abort.signal), null, () => gone);
  abort.abort();
  expect(gone).toHaveBeenCalledOnce();
  await eventStream(ask(), null, () => gone).body!.cancel();
  expect(gone).toHaveBeenCalledTimes(2);
});

test("events for a reader who does not read are dropped, not collected for ever", async () => {
  const body = eventStream(ask(), null, (send) => {
    for (let i = 0; i < 10_000; i += 1) send("submission", { id: String(i) });
    return () => {};
  }).body!;
  const reader = body.getReader();
  let waiting = 0;
  while (waiting < 1000) {
    const next = await Promise.race([reader.read(), new Promise<null>((done) => setTimeout(done, 50, null))]);
    if (next === null) break;
    waiting += 1;
  }
  expect(waiting).toBeLessThan(200);
  await reader.cancel();
});
