import { expect, test } from "vitest";
import { whyNotAtHome } from "@/server/auth/why-not-at-home";
import { arrived } from "../../fixtures/arrive";

test.each([
  ["127.0.0.1:3000", "127.0.0.1"],
  ["localhost:3000", "::1"],
  ["[::1]:3000", "::1"],
  ["LOCALHOST:3000", "::ffff:127.0.0.1"],
])("a browser on this machine that asks %s from %s is at home", (host, peer) => {
  expect(whyNotAtHome(arrived({ peer, headers: { Host: host } }))).toBeNull();
});

test.each([
  // RFC 7239; RFC 9110, section 7.6.3; RFC 8586; what nginx, Apache, Caddy, Traefik, HAProxy, Envoy, Cloudflare, Akamai, Fastly, Fly,
  // AWS, Azure, Google, Vercel, ngrok and Tailscale document.
  "Forwarded",
  "Via",
  "CDN-Loop",
  "X-Forwarded-For",
  "x-forwarded-host",
  "X-FORWARDED-PROTO",
  "X-Forwarded-Port",
  "X-Forwarded-Server",
  "X-Forwarded",
  "X-Real-IP",
  "X-Client-IP",
  "X-Cluster-Client-IP",
  "X-Original-Forwarded-For",
  "X-Original-Host",
  "True-Client-IP",
  "CF-Connecting-IP",
  "CF-Ray",
  "Fastly-Client-IP",
  "Fly-Client-IP",
  "X-Envoy-External-Address",
  "X-Amzn-Trace-Id",
  "X-Azure-ClientIP",
  "X-ARR-SSL",
  "X-AppEngine-User-IP",
  "X-Vercel-Forwarded-For",
  "Tailscale-User-Login",
])("the header %s tells of something in between, even empty", (name) => {
  for (const value of ["203.0.113.9", "127.0.0.1", ""])
    expect(whyNotAtHome(arrived({ headers: { [name]: value } }))).toContain(`has the header ${name}`);
});

test.each([
  "rebound.example.org:3000",
  "127.0.0.1.example.org",
  "localhost.",
  "0.0.0.0:3000",
  "me@127.0.0.1",
  "",
])("a page that had its own name lead here asks for the host %j, and is refused", (host) =>
  expect(whyNotAtHome(arrived({ headers: { Host: host } }))).not.toBeNull(),
);

test("what asked for another port than it came to was passed on; without a port, 80 is meant", () => {
  expect(whyNotAtHome(arrived({ headers: { Host: "127.0.0.1:8080" } }))).toContain("arrived at port 3000");
  expect(whyNotAtHome(arrived({ headers: { Host: "127.0.0.1" } }))).toContain("arrived at port 3000");
  expect(whyNotAtHome(arrived({ headers: { Host: "127.0.0.1" }, port: 80 }))).toBeNull();
});

test("two hosts, or none, are not this machine's", () => {
  const { rawHeaders, ...rest } = arrived();
  expect(whyNotAtHome({ ...rest, rawHeaders: [...rawHeaders, "host", "example.org"] })).toContain(
    "example.org",
  );
  expect(whyNotAtHome({ ...rest, rawHeaders: ["Accept", "*/*"] })).toContain("no host");
});

test.each(["10.0.0.7", "192.168.1.4", "::ffff:192.168.1.4", "2001:db8::1", "fe80::1", undefined])(
  "a connection from %s is another machine's",
  (peer) => expect(whyNotAtHome(arrived({ peer }))).toContain("came from"),
);

test("what only proxies speak is not taken for a browser: HTTP/1.0, which nginx speaks by default, and a whole address", () => {
  expect(whyNotAtHome(arrived({ httpVersion: "1.0" }))).toContain("HTTP/1.0");
  expect(whyNotAtHome(arrived({ target: "http://127.0.0.1:3000/" }))).toContain("whole address");
});

test("a request of which nothing was noted is nobody's at this machine", () => {
  expect(whyNotAtHome(null)).not.toBeNull();
});
