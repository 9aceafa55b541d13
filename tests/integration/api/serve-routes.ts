import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

type Answer = (request: Request) => Promise<Response>;

/** Serves functions of the web's `Request` on a free port of loopback, bodies streamed both ways. */
export async function serveRoutes(answer: Answer) {
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing, answer));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value) headers.set(name, [value].flat().join(", "));
  const { method = "GET", url } = incoming;
  const body = method === "GET" || method === "HEAD" ? undefined : Readable.toWeb(incoming);
  const request = new Request(`http://${incoming.headers.host}${url}`, {
    method,
    headers,
    body: body as ReadableStream,
    duplex: "half",
  } as RequestInit);
  const response = await answer(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) Readable.fromWeb(response.body as ReadableStream).pipe(outgoing);
  else outgoing.end();
}
