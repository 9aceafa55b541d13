import { expect, test } from "vitest";
import { z } from "zod";
import { cleanName } from "@/server/text/clean-name";
import { plain, plainLines } from "@/server/text/plain";
import { unseen } from "@/server/text/unseen";

const name = z.string().check(plain);
const reason = z.string().check(plainLines);

test.each([
  "ResNet-50 (v2) ± 0.3 %",
  "Ångström’s 模型 №3",
  "مدل‌ها",
  "क्‍ष",
  "family 👨‍👩‍👧 🏳️‍🌈 👋🏽‍♂",
  "café",
  "日本語　全角",
])("%s is a name", (text) => {
  expect(name.safeParse(text).success).toBe(true);
});

test.each([
  ["a NUL", "a\0b", "U+0000"],
  ["an escape for terminals", "a\u001b[31mb", "U+001B"],
  ["its short form", "a\u009b31mb", "U+009B"],
  ["an end of a line", "a\nb", "U+000A"],
  ["another", "a\u2028b", "U+2028"],
  ["a turned direction", "a\u202egpj.exe", "U+202E"],
  ["an isolated direction", "a\u2066b", "U+2066"],
  ["a direction mark", "a\u200fb", "U+200F"],
  ["a space without width", "ad\u200ba", "U+200B"],
  ["a joiner between Latin letters", "ad\u200da", "U+200D"],
  ["a joiner at the beginning", "\u200cada", "U+200C"],
  ["a mark of the order of bytes", "\ufeffada", "U+FEFF"],
  ["a hidden hyphen", "a\u00adda", "U+00AD"],
  ["a tag", "ada\u{e0041}", "U+E0041"],
  ["a letter without a shape", "\u3164", "U+3164"],
  ["a picture of nothing", "a\u2800", "U+2800"],
  ["half of a character", "ada\ud83d", "U+D83D"],
])("%s makes it none, and is named", (_, text, code) => {
  expect(name.safeParse(text).error?.issues[0]?.message).toContain(code);
});

const shapeless = /[\p{Default_Ignorable_Code_Point}\u2800]/u;

test("every character of Unicode's categories of control, format, surrogates and ends of lines is refused, and no letter", () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code);
    if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character)) expect(unseen.test(`a${character}`)).toBe(true);
    if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character))
      expect(unseen.test(character)).toBe(shapeless.test(character));
  }
});

test("a text of several lines has ends of lines and tabs, and nothing else of the kind", () => {
  expect(reason.safeParse("one\ntwo\r\n\tthree").success).toBe(true);
  for (const text of ["one\rtwo", "one\u202e", "\u001b[2J", "\0"])
    expect(reason.safeParse(text).success).toBe(false);
});

test("a name from outside is cleaned, not refused, and cut between characters", () => {
  expect(cleanName(" ada\u202e\u0000  \n lovelace\u200b ", 60)).toBe("ada lovelace");
  expect(cleanName("👋".repeat(70), 60)).toBe("👋".repeat(60));
  expect(cleanName("\u202e\u2066", 60)).toBe("");
});
