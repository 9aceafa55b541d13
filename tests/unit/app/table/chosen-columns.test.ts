import { expect, test } from "vitest";
import { usualColumns } from "@/app/_components/shell/usual-columns";
import { chosenColumns } from "@/app/_components/table/chosen-columns";

const names = (asked?: string) => chosenColumns(asked).map(({ name }) => name);

test("without a choice the usual columns are shown, every one of which there is", () => {
  expect(names().join(",")).toBe(usualColumns);
});

test("chosen columns come in the table's order, whatever the order in which they are named", () => {
  expect(names("parameters,gap,newAccuracy")).toEqual(["newAccuracy", "gap", "parameters"]);
});

test("names of no column are left out; if nothing is left, the usual ones are shown", () => {
  expect(names("gap,__proto__")).toEqual(["gap"]);
  expect(names("constructor").join(",")).toBe(usualColumns);
});
