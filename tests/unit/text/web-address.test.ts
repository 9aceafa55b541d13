import { expect, test } from "vitest";
import { linkable, webAddress } from "@/server/text/web-address";

const address = webAddress("an address like https://example.org");

test.each([
  "https://arxiv.org/abs/1902.10811",
  "http://127.0.0.1:8080/paper?x=1#y",
  "HTTPS://EXAMPLE.org",
  "https://[2001:db8::1]/a",
  "https://例え.jp/論文",
])("%s may be linked to", (text) => {
  expect(address.safeParse(text).success).toBe(true);
  expect(linkable(text)).toBe(text);
});

test.each([
  "javascript:alert(1)",
  "JavaScript:alert(1)//https://example.org",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox",
  "file:///etc/passwd",
  "ftp://example.org",
  "//example.org",
  "http:example.org",
  "https:/example.org",
  "https://",
  "https://example.org@evil.example.org",
  "https://user:pass@evil.example.org",
  "https://example.org\\@evil.example.org",
  "https://example.org/a b",
  "example.org",
  "",
])("%j may not", (text) => {
  expect(address.safeParse(text).success).toBe(false);
  expect(linkable(text)).toBeNull();
});

test("what is not seen has no place in an address, nor has a book", () => {
  expect(address.safeParse("https://example.org/\u202egpj.exe").success).toBe(false);
  expect(address.safeParse(`https://example.org/${"a".repeat(2000)}`).success).toBe(false);
});
