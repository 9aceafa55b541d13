import { expect, test } from "vitest";
import { shapeText } from "@/app/_components/entry/shape-text";
import { uploadTrouble } from "@/app/_components/submission/upload-trouble";

test("an open batch is N, any other open dimension a question mark", () => {
  expect(shapeText([null, 3, null, 32])).toBe("[N, 3, ?, 32]");
  expect(shapeText([1, 10])).toBe("[1, 10]");
});

test("an upload's end is told in the server's words where it had any", () => {
  const body = JSON.stringify({ detail: "The disk is full.", hint: "Try later." });
  expect(uploadTrouble({ originalResponse: { getBody: () => body } })).toEqual({
    message: "The disk is full.",
    hint: "Try later.",
  });
  expect(uploadTrouble(new Error("network")).message).toBe("The connection was lost.");
});
