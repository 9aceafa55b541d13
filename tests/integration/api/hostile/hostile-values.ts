import { cursorOf } from "@/server/page-cursor";

const id = "00000000-0000-4000-8000-000000000000";
const parts = {
  time: ["2026-99-99T99:99:99Z", "2026-01-01T::::Z", "9999-12-31T23:59:60Z"],
  number: ["999999999999999", "-1", "0x1"],
  id: ["-".repeat(36), "0".repeat(36), id],
};

/** Where no page of a list ends: cursors of every list, with values of the right look. */
function cursors(): string[] {
  const shapes: (keyof typeof parts)[][] = [
    ["number"],
    ["time", "id"],
    ["time", "number"],
    ["time", "id", "id"],
    ["number", "id", "id"],
  ];
  return shapes.flatMap((shape) => [0, 1, 2].map((i) => cursorOf(...shape.map((kind) => parts[kind][i]!))));
}

/** Texts that nobody sends by mistake, and some that somebody does. */
export const hostileTexts: readonly string[] = [
  "\0",
  "a\0b",
  "\ud800",
  "\udfff-",
  "\u202egpj",
  "\u001b[2J",
  "",
  " ",
  "%",
  "_\\",
  "'; drop table users --",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "../../../../etc/passwd",
  "__proto__",
  "constructor",
  "null",
  "NaN",
  "-1",
  "0",
  "1e400",
  "2147483648",
  "9223372036854775808",
  "99999999999999999999999",
  id,
  "2026-13-45",
  "0000-00-00T00:00:00Z",
  "+275760-09-13",
  "all",
  ...cursors(),
  cursorOf("\0"),
  "a".repeat(5000),
];

/** What JSON can hold besides. */
export const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  "b".repeat(200_000),
  null,
  true,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  [],
  [null],
  ["\0"],
  Array.from({ length: 5000 }, () => id),
  {},
  { "\0": "\0" },
  { __proto__: null, toString: 1 },
  Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], "\0"),
];
