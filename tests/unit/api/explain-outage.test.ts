import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { explainOutage } from "@/server/api/explain-outage";

const failed = (code: string, message = "") =>
  new DrizzleQueryError("select 1", [], Object.assign(new Error(message), { code }));

// https://www.postgresql.org/docs/18/errcodes-appendix.html; the last ones are the driver's and the system's.
test.each(["08006", "53300", "57P01", "57P02", "57P03", "58030", "CONNECTION_CLOSED", "ECONNREFUSED"])(
  "a question that failed with %s was the database's absence: 503, ask again",
  (code) => {
    expect(explainOutage(failed(code))).toMatchObject({
      code: "busy",
      hint: expect.stringContaining("Try again in a moment"),
    });
  },
);

test("a full disk of the database is said as such, and that nothing was stored", () => {
  expect(explainOutage(failed("53100", "could not extend file"))).toMatchObject({
    code: "busy",
    message: "The disk of this site's database is full. Nothing of this request was stored.",
  });
});

test.each(["23505", "42501", "22P02", "57014"])("%s is a fault of the question, and stays one", (code) => {
  expect(explainOutage(failed(code))).toBeNull();
});

test("several addresses that do not answer are one absence, and what has no code is none", () => {
  const each = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  expect(explainOutage(new AggregateError([each, each]))?.code).toBe("busy");
  expect(explainOutage(new Error("x"))).toBeNull();
  expect(explainOutage("x")).toBeNull();
});

test.each([
  ["42501", "the web appends lines of this moment only"],
  ["23514", "a line cannot be dated before a published head"],
])("clocks that differ are said to differ: %s, %s", (code, message) => {
  expect(explainOutage(failed(code, message))).toMatchObject({
    code: "busy",
    message: expect.stringContaining("The clocks of this site and of its database"),
  });
});
