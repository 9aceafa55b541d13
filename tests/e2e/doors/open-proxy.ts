import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy on loopback to a site, which passes everything on and adds these headers; `host` replaces the host asked for. */
export async function openProxy(site: string, added: Record<string, string>) {
  const { port } = new URL(site);
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers: given } = incoming;
    const headers = { ...given, ...added };
    const onward = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
