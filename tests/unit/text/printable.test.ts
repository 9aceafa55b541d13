import { expect, test } from "vitest";
import { printable } from "@/server/text/printable";

test("no text can speak to the terminal or turn its lines round", () => {
  expect(printable("a\u001b[2Jb\u009b31m\u202ec\u0007\r")).toBe(
    "a\\u001b[2Jb\\u009b31m\\u202ec\\u0007\\u000d",
  );
});

test("lines, tabs and every letter stay as they are", () => {
  const text = "error: Ångström 模型\n\tline two\n";
  expect(printable(text)).toBe(text);
});

test("printed JSON is the same JSON", () => {
  const value = { name: "a\u009b\u202e\u{e0041}\ud800\n" };
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value);
});
