import { wholeHeaders } from "../security-headers";

const pingMs = 20_000;

/** Starts sending; returns what to do when the reader has gone. */
export type EventSource = (send: (event: string, data: unknown) => void) => () => void;

/**
 * Server-sent events until the reader goes away. A comment line every 20 s stops proxies from closing a silent stream; readers
 * reconnect on their own.
 */
export function eventStream(request: Request, source: EventSource): Response {
  const encoder = new TextEncoder();
  const cleanUp: (() => void)[] = [];
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
    },
    cancel: stop,
  });
  const headers = {
    ...wholeHeaders,
    "content-type": "text/event-stream; charset=utf-8",
    "x-accel-buffering": "no",
  };
  return new Response(body, { headers });
}

/** The most events queued for a slow reader; more are dropped, since each only says "look again". */
const mostWaiting = 100;
