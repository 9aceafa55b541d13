import { expect, test } from "vitest";
import { parseCookies } from "@/server/auth/parse-cookies";

test("cookies are read by name, their values decoded once", () => {
  expect(parseCookies("a=1; b=x%20y;c=d=e; =lost")).toEqual({ a: "1", b: "x y", c: "d=e" });
});

test("a value that is no percent-encoding stays as it is", () => {
  expect(parseCookies("a=50%")).toEqual({ a: "50%" });
});

test("no header, no cookies", () => {
  expect(parseCookies(null)).toEqual({});
});
