import { expect, test } from "vitest";
import { parseCsv } from "@/server/references/parse-csv";

test("RFC 4180's fields are read: quoted commas, doubled quotes and line ends inside quotes", () => {
  expect(parseCsv('name,note\r\n"a, b","says ""c""\nand d"\r\n')).toEqual([
    ["name", "note"],
    ["a, b", 'says "c"\nand d'],
  ]);
});

test("a byte-order mark, blank rows and spaces around a field mean nothing; quoted spaces do", () => {
  expect(parseCsv('\uFEFF"name" , x \r\n\r\n,\n  \n a ,\t1\r" b ",2')).toEqual([
    ["name", "x"],
    ["a", "1"],
    [" b ", "2"],
  ]);
});

test("a row may be shorter or longer than the header", () => {
  expect(parseCsv("a,b\n1\n1,2,3\n")).toEqual([["a", "b"], ["1"], ["1", "2", "3"]]);
  expect(parseCsv("")).toEqual([]);
});

test.each([
  ['name,new\n\n"two\nlines",1\nx,"open\ny,2\n', "A quote in the row that begins on line 5 is never closed."],
  ['"name,new\n', "A quote in the row that begins on line 1 is never closed."],
  ['name,new\n5" disk,1\n', "A quote in the row that begins on line 2 is inside a field."],
  ['name,new\n"a"b,1\n', "A quote in the row that begins on line 2 is inside a field."],
])("the text %j is refused, naming the line", (text, message) => {
  expect(() => parseCsv(text)).toThrow(expect.objectContaining({ code: "bad_input", message }));
});
