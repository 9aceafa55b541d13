import type { Viewer } from "../../context";
import { env } from "../../env";
import { clientAddress } from "../../web-process/client-address";
import { received } from "../../web-process/received";
import { wholeHeaders } from "../security-headers";
import { takePlace } from "./take-place";

const pingMs = 20_000;

/** Starts sending; returns what to do when the reader has gone. */
export type EventSource = (send: (event: string, data: unknown) => void) => () => void;

/**
 * Server-sent events until the reader goes away. A comment line every 20 s stops proxies from closing a silent stream; readers
 * reconnect on their own. Whoever is signed in has places of their own, others those of their address.
 * @throws RungError `too_many_requests`, `busy`
 */
export function eventStream(request: Request, viewer: Viewer | null, source: EventSource): Response {
  const headers = {
    ...wholeHeaders,
    "content-type": "text/event-stream; charset=utf-8",
    "x-accel-buffering": "no",
  };
  // Of an answer to HEAD nobody reads, or ends, the body.
  if (request.method === "HEAD") return new Response(null, { headers });
  const leave = takePlace(viewer ? `user ${viewer.userId}` : clientAddress(received(), env()));
  const encoder = new TextEncoder();
  const cleanUp: (() => void)[] = [leave];
  const stop = () => {
    for (const act of cleanUp.splice(0)) act();
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if ((controller.desiredSize ?? 0) > -mostWaiting) controller.enqueue(encoder.encode(text));
      };
      write("retry: 2000\n\n");
      const unsubscribe = source((event, data) =>
        write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      );
      const ping = setInterval(() => write(": still here\n\n"), pingMs);
      cleanUp.push(() => clearInterval(ping), unsubscribe);
      request.signal.addEventListener("abort", stop, { once: true });
      if (request.signal.aborted) stop();
    },
    cancel: stop,
  });
  return new Response(body, { headers });
}

/** The most events queued for a slow reader; more are dropped, since each only says "look again". */
const mostWaiting = 100;
