import { array, assert, date, integer, option, property, record } from "fast-check";
import { expect, test } from "vitest";
import { beyondAllowance } from "@/server/model-files/storage/beyond-allowance";

const at = (time: string) => new Date(`2026-05-02T${time}Z`);
const holdings = [
  { bytes: 10e6, until: null },
  { bytes: 20e6, until: at("08:00:00.500") },
  { bytes: 30e6, until: at("12:30:00") },
];

test("whoever stays within it may store, to the last byte", () => {
  expect(beyondAllowance({ holdings, bytes: 40e6, most: 100e6 })).toBeNull();
  expect(beyondAllowance({ holdings, bytes: 40e6 + 1, most: 100e6 })).not.toBeNull();
});

test("a refusal says what is needed, what is left, of what, and from when there is room", () => {
  expect(beyondAllowance({ holdings, bytes: 50e6, most: 100e6 })).toMatchObject({
    code: "storage_spent",
    message:
      "This needs 50 MB, and 40 MB are left of the 100 MB that may be stored for you. Nothing was stored, and it did not count against your quota.",
    hint: expect.stringContaining("There is room at 2026-05-02 08:01 UTC"),
  });
  expect(beyondAllowance({ holdings, bytes: 85e6, most: 100e6 })?.hint).toContain("2026-05-02 12:30 UTC");
});

test("where nothing that goes makes enough room, the maintainers are to be asked", () => {
  expect(beyondAllowance({ holdings, bytes: 95e6, most: 100e6 })?.hint).toContain("ask the maintainers");
});

test("at the time that it names, there is room", () => {
  const holding = record({
    bytes: integer({ min: 0, max: 100 }),
    until: option(date({ min: at("00:00:00"), max: at("23:00:00"), noInvalidDate: true })),
  });
  assert(
    property(array(holding), integer({ min: 1, max: 200 }), integer({ max: 200 }), (held, bytes, most) => {
      const hint = beyondAllowance({ holdings: held, bytes, most })?.hint;
      const [, minute] = /There is room at ([\d: -]+) UTC/.exec(hint ?? "") ?? [];
      if (!minute) return;
      const then = new Date(`${minute.replace(" ", "T")}:00Z`);
      const left = held.filter(({ until }) => until === null || until > then);
      expect(beyondAllowance({ holdings: left, bytes, most })).toBeNull();
    }),
  );
});
