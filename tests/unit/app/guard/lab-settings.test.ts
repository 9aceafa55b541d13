import { assert, property, record, string } from "fast-check";
import { expect, test } from "vitest";
import { fieldsFromQuery, queryFromFields } from "@/app/guard/_lab/fields/fields-query";
import { defaultFields, type LabFields } from "@/app/guard/_lab/fields/lab-fields";
import { parseFields } from "@/app/guard/_lab/fields/parse-fields";
import { presets } from "@/app/guard/_lab/fields/presets";

test("an address gives back the very fields that made it", () => {
  const field = string({ maxLength: 20 });
  const shape = Object.fromEntries(Object.keys(defaultFields).map((name) => [name, field]));
  assert(
    property(record(shape), (given) => {
      const fields = given as unknown as LabFields;
      expect(fieldsFromQuery(new URLSearchParams(queryFromFields(fields)))).toEqual(fields);
    }),
  );
});

test("the lab as it starts has the bare address, and unknown names in one say nothing", () => {
  expect(queryFromFields(defaultFields)).toBe("");
  expect(fieldsFromQuery(new URLSearchParams("constructor=1&benchmark=shapes"))).toEqual(defaultFields);
});

test.each(presets.map(({ name, fields }) => [name, fields] as const))(
  "%s can be run as it is",
  (_, fields) => {
    expect(parseFields(fields).problems).toBeNull();
  },
);

test("the fields become the attack that rung attack would run", () => {
  const { settings } = parseFields({
    ...defaultFields,
    u: "0.5",
    signed: "1",
    policies: "gated,exact,nonsense",
  });
  expect(settings?.attack).toEqual({
    kind: "boosting",
    images: 4000,
    classes: 2,
    submissions: 700,
    unsure: 0.5,
    teams: 1,
    signed: true,
  });
  expect(settings?.policies).toEqual(["exact", "gated"]);
});

test.each([
  ["n", "99"],
  ["n", "1e3"],
  ["classes", "1"],
  ["k", "0"],
  ["k", "-5"],
  ["u", "0"],
  ["u", "1.1"],
  ["u", ""],
  ["teams", "101"],
  ["runs", "2.5"],
  ["seed", "x"],
  ["policies", "none"],
] as const)("%s of %j is refused at its own field", (name, value) => {
  const { settings, problems } = parseFields({ ...defaultFields, [name]: value });
  expect(settings).toBeNull();
  expect(Object.keys(problems ?? {})).toEqual([name]);
});

test("the visitor's policy is read by the guard's own rules, and only where it takes part", () => {
  const wrong = { ...defaultFields, eta: "0.5", c: "", climbs: "0", noise: "101" };
  expect(parseFields(wrong).problems).toBeNull();
  const { problems } = parseFields({ ...wrong, policies: "own" });
  expect(Object.keys(problems ?? {}).sort()).toEqual(["c", "climbs", "eta", "noise"]);
});

test("empty climbs and noise mean a policy without them", () => {
  const { settings } = parseFields({ ...defaultFields, policies: "own", climbs: "", noise: " " });
  expect(settings?.own).toEqual({ kind: "gated-ladder", eta: "0.01", c: 3 });
});
