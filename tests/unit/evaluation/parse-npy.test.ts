import { expect, test } from "vitest";
import { NpyError, parseNpyHeader } from "@/server/evaluation/parse-npy";
import { readNpyIntegers } from "@/server/evaluation/read-npy-integers";

/** What `numpy.save` writes: magic, version, header padded to 64 bytes, data. */
function npy(header: string, data: number[] = [], version = 1): Uint8Array {
  const fixed = version === 1 ? 10 : 12;
  const padded = header.padEnd(Math.ceil((fixed + header.length + 1) / 64) * 64 - fixed - 1) + "\n";
  const length = padded.length;
  const lengthBytes = version === 1 ? [length & 255, length >> 8] : [length & 255, length >> 8, 0, 0];
  const magic = [0x93, ...Buffer.from("NUMPY"), version, 0];
  return Uint8Array.from([...magic, ...lengthBytes, ...Buffer.from(padded, "latin1"), ...data]);
}

const images = "{'descr': '|u1', 'fortran_order': False, 'shape': (2000, 32, 32, 3), }";

test("reads type, order, shape and the place of the data", () => {
  expect(parseNpyHeader(npy(images))).toEqual({
    descr: "|u1",
    fortranOrder: false,
    shape: [2000, 32, 32, 3],
    dataOffset: 128,
  });
  expect(parseNpyHeader(npy(images, [], 2))).toMatchObject({ shape: [2000, 32, 32, 3], dataOffset: 128 });
});

test("reads integers of every width, sign and byte order", () => {
  const header = (descr: string) => `{'descr': '${descr}', 'fortran_order': False, 'shape': (2,), }`;
  expect(readNpyIntegers(npy(header("|u1"), [3, 255]))).toEqual([3, 255]);
  expect(readNpyIntegers(npy(header("|i1"), [3, 255]))).toEqual([3, -1]);
  expect(readNpyIntegers(npy(header("<i2"), [1, 2, 255, 255]))).toEqual([513, -1]);
  expect(readNpyIntegers(npy(header(">u4"), [0, 0, 1, 2, 0, 0, 0, 9]))).toEqual([258, 9]);
  expect(readNpyIntegers(npy(header("<i8"), [7, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0]))).toEqual([
    7, 9,
  ]);
});

test.each([
  ["another format", Uint8Array.from(Buffer.from("PK\u0003\u0004 a zip file"))],
  ["a header that is cut short", npy(images).subarray(0, 60)],
  ["an unknown version", npy(images, [], 9)],
  ["a record array", npy("{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (2,), }")],
])("refuses %s", (_, bytes) => {
  expect(() => parseNpyHeader(bytes)).toThrow(NpyError);
});

test.each([
  [
    "labels that are not integers",
    npy("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", [0, 0, 0, 0]),
  ],
  ["labels of two dimensions", npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1), }", [0])],
  ["labels that are cut short", npy("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }", [0, 0, 0])],
])("refuses %s", (_, bytes) => {
  expect(() => readNpyIntegers(bytes)).toThrow(NpyError);
});
