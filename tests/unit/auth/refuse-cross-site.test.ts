import { expect, test } from "vitest";
import { refuseCrossSite } from "@/server/auth/refuse-cross-site";
import { RungError } from "@/server/errors";

const ask = (method: string, headers: Record<string, string>, siteOrigin: string | null = null) => {
  try {
    refuseCrossSite({ method, headers: new Headers(headers) }, siteOrigin);
    return "let through";
  } catch (error) {
    return (error as RungError).code;
  }
};
const host = { host: "rung.example.org" };

test.each([
  ["the same origin", { ...host, origin: "https://rung.example.org" }, "let through"],
  ["another site", { ...host, origin: "https://evil.example.org" }, "cross_site"],
  [
    "a longer name that begins like ours",
    { ...host, origin: "https://rung.example.org.evil.example" },
    "cross_site",
  ],
  ["another port", { ...host, origin: "https://rung.example.org:8443" }, "cross_site"],
  ["an opaque origin", { ...host, origin: "null" }, "cross_site"],
  ["no origin at all", host, "cross_site"],
  [
    "no origin, but a browser that says same-origin",
    { ...host, "sec-fetch-site": "same-origin" },
    "let through",
  ],
  ["no origin, and a browser that says same-site", { ...host, "sec-fetch-site": "same-site" }, "cross_site"],
])("a change from %s", (_from, headers, expected) => {
  for (const method of ["POST", "PATCH", "PUT", "DELETE"]) expect(ask(method, headers)).toBe(expected);
});

test("reading is never refused", () => {
  expect(ask("GET", { ...host, origin: "https://evil.example.org" })).toBe("let through");
});

test("a configured origin counts, whatever host the request names", () => {
  const site = "https://rung.example.org";
  expect(ask("POST", { host: "10.0.0.7:3000", origin: site }, site)).toBe("let through");
  expect(ask("POST", { host: "evil.example.org", origin: "https://evil.example.org" }, site)).toBe(
    "cross_site",
  );
  expect(ask("POST", { ...host, origin: "http://rung.example.org" }, site)).toBe("cross_site");
});
