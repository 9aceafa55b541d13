import { expect, test } from "vitest";
import { csvLine } from "@/server/api/answers/csv-line";

test.each(["=1+1", "+cmd", "@name", "-2+3", "-", "\tx"])("%j is not run as a formula", (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`);
});

test("a negative number written out stays a number", () => {
  expect(csvLine(["-0.1200", -0.12, "-3"])).toBe("-0.1200,-0.12,-3\r\n");
});

test("a comma, a quote and a line break are quoted, nothing else is", () => {
  expect(csvLine(['a, "b"', "c\nd", "e f", null, true])).toBe('"a, ""b""","c\nd",e f,,true\r\n');
});
