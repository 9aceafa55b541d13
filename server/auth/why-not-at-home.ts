import { isLoopback } from "../env";
import { hostIsLoopback } from "../web-process/host-is-loopback";
import { headerValues, type Received } from "../web-process/received";

/** Headers that only something in between writes: proxies, balancers, tunnels, networks that deliver content. */
const written = [
  "forwarded",
  "via",
  "x-forwarded",
  "x-real-ip",
  "x-client-ip",
  "x-remote-ip",
  "x-remote-addr",
  "x-cluster-client-ip",
  "x-originating-ip",
  "x-host",
  "true-client-ip",
  "client-ip",
  "cdn-loop",
  "fastly-client-ip",
  "fastly-ff",
  "proxy-connection",
  "x-amzn-trace-id",
  "x-cloud-trace-context",
  "x-request-start",
  "x-scheme",
  "x-url-scheme",
];
const begun =
  /^(x-forwarded-|x-original-|x-envoy-|x-azure-|x-appengine-|x-arr-|x-proxy|x-proxied|x-ms-|x-vercel-|cf-|fly-|ngrok-|tailscale-)/;

/**
 * What speaks against a request having been sent by somebody at this machine, straight to the site, as the end of a sentence ("it
 * ..."); null where nothing does. A proxy on this machine that speaks as a browser would, asks for this very host and port and adds
 * nothing cannot be told from one.
 */
export function whyNotAtHome(request: Received | null): string | null {
  if (!request) return "did not come in through the site's own server, so it may be anybody's";
  const { peer, port, httpVersion, target, rawHeaders } = request;
  const from = peer?.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!from || !isLoopback(from))
    return `came from ${from ?? "an unknown address"}, which is another machine`;
  const name = rawHeaders.find((text, i) => i % 2 === 0 && isForwarding(text.toLowerCase()));
  if (name) return `has the header ${name}, which a proxy or a tunnel adds`;
  if (httpVersion !== "1.1") return `was sent by HTTP/${httpVersion}, which proxies speak, but no browser`;
  if (!target.startsWith("/")) return "names a whole address, as one does to a proxy";
  const hosts = headerValues(request, "host");
  if (hosts.length !== 1 || !hostIsLoopback(hosts[0])) {
    return hosts[0]
      ? `asked for ${hosts.join(" and ")}, which is not a name that only this machine has`
      : "names no host";
  }
  const { port: asked } = new URL(`http://${hosts[0]}`);
  return Number(asked || 80) === port ? null : `asked for ${hosts[0]}, but arrived at port ${port}`;
}

const isForwarding = (name: string) => written.includes(name) || begun.test(name);
