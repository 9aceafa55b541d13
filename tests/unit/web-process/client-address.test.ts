import { expect, test } from "vitest";
import { clientAddress } from "@/server/web-process/client-address";
import { arrived } from "../../fixtures/arrive";

const from = (peer: string | undefined, claimed: string | undefined, proxies = 0) =>
  clientAddress(arrived({ peer, headers: claimed === undefined ? {} : { "X-Forwarded-For": claimed } }), {
    proxies,
  });

test.each([undefined, "1.2.3.4", "1.2.3.4, 5.6.7.8", "garbage", ""])(
  "with no proxy declared, X-Forwarded-For: %s changes nothing",
  (claimed) => expect(from("203.0.113.9", claimed)).toBe("203.0.113.9"),
);

test("of what declared proxies wrote, the outermost one's word counts, and nothing before it", () => {
  expect(from("10.0.0.1", "1.2.3.4, 203.0.113.9", 1)).toBe("203.0.113.9");
  expect(from("10.0.0.1", "1.2.3.4, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
});

test("a client that went round a declared proxy is known by its own address", () => {
  expect(from("203.0.113.9", undefined, 1)).toBe("203.0.113.9");
});

test("several headers are read as one, in their order (RFC 9110, section 5.3)", () => {
  const { rawHeaders, ...rest } = arrived({ peer: "10.0.0.1", headers: { "X-Forwarded-For": "1.2.3.4" } });
  const request = { ...rest, rawHeaders: [...rawHeaders, "x-forwarded-for", "203.0.113.9"] };
  expect(clientAddress(request, { proxies: 1 })).toBe("203.0.113.9");
});

test.each([
  ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
  ["2001:DB8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
])("%s is counted as %s: one network of IPv6 is one client", (peer, counted) => {
  expect(from(peer, undefined)).toBe(counted);
});

test.each([
  ["203.0.113.9:52100", "203.0.113.9"],
  ["[2001:db8:1:2::9]:52100", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]", "2001:db8:1:2::/64"],
])("a proxy that writes %s means %s", (hop, counted) => {
  expect(from("10.0.0.1", hop, 1)).toBe(counted);
});

test("whoever sends no address shares one", () => {
  expect(clientAddress(null, { proxies: 0 })).toBe("unknown");
});
