// Loaded before the site. Next adds x-forwarded-* headers of its own to every request, so that nobody behind it can tell what really
// arrived. This notes it before Next sees the request, where no request can write (server/web-process/received.ts reads it).
import { AsyncLocalStorage } from "node:async_hooks";
import { Server } from "node:http";

const processWide = (globalThis[Symbol.for("rung process-wide")] ??= new Map());
const received = new AsyncLocalStorage();
processWide.set("received", received);

const { emit } = Server.prototype;

Server.prototype.emit = function (event, request, ...rest) {
  if (event !== "request") return emit.call(this, event, request, ...rest);
  const { httpVersion, rawHeaders, socket, url: target } = request;
  const { remoteAddress: peer, localPort: port } = socket;
  const facts = { peer, port, httpVersion, target, rawHeaders: [...rawHeaders] };
  return received.run(facts, () => emit.call(this, event, request, ...rest));
};
